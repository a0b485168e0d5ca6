import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { anAwardRequest, award } from '../support/awarding.ts';
import { browserSession, logIn } from '../support/browser-session.ts';
import { aHeldCredential, anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { anotherIssuer } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import { cellsWith } from '../support/stored-cells.ts';
import { verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

async function privateStore() {
  return laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
}

test('whoever typed their name is found in no table any more, and leaves a tombstone', async () => {
  const NAME = 'Ọláńrewájú of Ìbàdàn';
  const { id, session } = await aHeldCredential(laurel, NAME);
  await session.post(`/me/credentials/${id}/link`, { link: 'on' });
  const copy = await (await fetch(`${laurel.url}/c/${id}.json`)).json();
  await anOffer(laurel, NAME, { period: { start: '2026-01-03', end: '2026-01-04' } });
  const traces = [NAME, accountIdOf(NAME)];
  const before = await cellsWith(laurel, traces);
  expect(before).toContain('accounts.username');
  expect(before).toContain('awards.account_id');
  expect(before).toContain('credentials.document');

  const page = await (await session.get('/me/erase')).text();
  expect(page).toContain(NAME);
  const mistyped = await session.post('/me/erase', { username: 'Somebody Else' });
  expect(mistyped.status).toBe(422);
  expect(await mistyped.text()).toContain('Somebody Else');
  expect(await cellsWith(laurel, traces)).toEqual(before);

  const erased = await session.post('/me/erase', { username: NAME });
  expect(erased.status).toBe(200);
  expect(await cellsWith(laurel, traces)).toEqual([]);
  const stone = await fetch(`${laurel.url}/c/${id}`, { headers: { accept: 'text/html' } });
  expect(stone.status).toBe(410);
  expect(await stone.text()).not.toContain(NAME);
  expect(await verifyBy(laurel, { credential: copy })).toMatchObject({ verdict: 'withdrawn' });
  expect((await session.get('/me')).status).not.toBe(200);
});

test('an erasure that was cut off goes on by itself, and counts once', async () => {
  const NAME = 'Nasrin of Sylhet';
  const { id } = await aHeldCredential(laurel, NAME);
  const store = await privateStore();
  const counted = () =>
    store.prepare('select coalesce(sum(count), 0) as number from erased_counts').first('number');
  const before = Number(await counted());
  // Killed once the awards had ended and been counted, and some of the bytes had gone.
  const account = accountIdOf(NAME);
  await store.batch([
    store
      .prepare(`insert into erased_counts select issuer, achievement_id, language, '2026-02', 1
        from awards where account_id = ?`)
      .bind(account),
    store.prepare("update awards set state = 'cancelled' where account_id = ?").bind(account),
    store
      .prepare('insert into outbox values (?, ?, 0, 0, 1)')
      .bind('cut-off', JSON.stringify({ task: 'erase_account', accountId: account })),
  ]);

  await laurel.runtime.tick();
  await laurel.runtime.tick();

  expect(await cellsWith(laurel, [NAME, account])).toEqual([]);
  expect((await fetch(`${laurel.url}/c/${id}.json`)).status).not.toBe(200);
  expect(Number(await counted())).toBe(before + 1);
});

test('the figures of the issuer stay, and the last admin hands over first', async () => {
  const figures = async () => {
    const answer = await fetch(`${laurel.url}/api/v1/issuers/${laurel.issuer}/figures`, {
      headers: { authorization: `Bearer ${laurel.token}` },
    });
    // People are counted by their accounts: whoever is not known any more is not among them.
    const { holders: _, ...recognitions } = Object(await answer.json());
    return recognitions;
  };
  const recipients = Array.from({ length: 12 }, (_, at) => ({ username: `Planter number ${at}` }));
  await award(laurel, anAwardRequest({ recipients }));
  const before = await figures();
  const planter = browserSession(laurel);
  await logIn(planter, 'Planter number 3');
  expect((await planter.post('/me/erase', { username: 'Planter number 3' })).status).toBe(200);
  expect(await figures()).toEqual(before);

  const admin = await anotherIssuer(laurel, 'lonely-garden', 'Keeper of the Garden');
  const refused = await admin.post(
    '/me/erase',
    { username: 'Keeper of the Garden' },
    { accept: 'application/json' },
  );
  expect(refused.status).toBe(409);
  await expectProblem(refused, { reason: 'last_admin' });
  expect((await admin.get('/me')).status).toBe(200);
});

test('somebody erased is recognised anew as somebody new', async () => {
  const NAME = 'Nasrin of Sylhet';
  const { id, session } = await aHeldCredential(laurel, NAME);
  await session.post(`/me/credentials/${id}/link`, { link: 'on' });
  expect((await fetch(`${laurel.url}/c/${id}.json`)).status).toBe(200);
  expect((await (await session.get('/me')).text()).match(/\/me\/awards\//g)).toHaveLength(1);
});
