import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { anAwardRequest, award, reportOf } from '../support/awarding.ts';
import { browserSession } from '../support/browser-session.ts';
import { callApi, privateStore } from '../support/desk-calls.ts';
import { anAcceptedAward, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { anOfferToHolder, passOfferDays, tick } from '../support/offering.ts';
import { expectProblem } from '../support/problem.ts';
import { cellsWith } from '../support/stored-cells.ts';
import { signedIn } from '../support/stored-sessions.ts';

const JSON_ACCEPT = { accept: 'application/json' };
const OWN_EVIDENCE = {
  evidence: [{ class: 'attestation', url: 'https://meta.wikimedia.org/wiki/Only_about_them' }],
};

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

function cancel(id: string): Promise<Response> {
  return callApi(laurel, 'POST', `/awards/${id}/cancellation`);
}

async function lapsedCount(): Promise<number> {
  const store = await privateStore(laurel);
  const count = await store
    .prepare('select coalesce(sum(count), 0) as count from lapsed_counts')
    .first('count');
  return Number(count);
}

test('an offer that nobody answered, and one that was declined, are erased alike, but for a count', async () => {
  const names = ['Unreached of Warri', 'Unwilling of Warri'];
  const report = await award(
    laurel,
    anAwardRequest({
      consent: 'ask',
      recipients: [
        { username: names[0], hours: 7.25, ...OWN_EVIDENCE },
        { username: names[1], hours: 7.25, ...OWN_EVIDENCE },
        { username: 'Glad of Warri' },
      ],
    }),
  );
  const [open, declined, accepted] = report.recipients.map((row) => ({
    award: row.award ?? '',
    claim: new URL(row.claim ?? '').pathname,
  }));
  await (await signedIn(laurel, 'Unwilling of Warri')).post(`${declined?.claim}/decline`);
  const glad = await signedIn(laurel, 'Glad of Warri');
  await glad.post(`${accepted?.claim}/accept`);
  const counted = await lapsedCount();

  await passOfferDays(laurel, 179);
  await tick(laurel);
  expect((await reportOf(laurel, report.batch)).counts).toMatchObject({ open: 2, accepted: 1 });
  await passOfferDays(laurel, 1);
  await tick(laurel);

  const after = await reportOf(laurel, report.batch);
  expect(after).toMatchObject({ size: 3, counts: { open: 0, closed: 2, accepted: 1 } });
  expect(after.recipients.slice(0, 2)).toEqual([
    { row: 0, username: '', state: 'closed' },
    { row: 1, username: '', state: 'closed' },
  ]);
  expect((await lapsedCount()) - counted).toBe(2);
  const unreached = [accountIdOf('Unreached of Warri'), 'Unreached of Warri'];
  expect(await cellsWith(laurel, unreached)).toEqual([]);
  const claims = [open, declined].map((one) => one?.claim.split('/').at(-1) ?? '');
  expect(await cellsWith(laurel, [...claims, 'Only_about_them', '7.25'])).toEqual([]);
  for (const one of [open, declined]) {
    const opened = await browserSession(laurel).get(one?.claim ?? '', JSON_ACCEPT);
    await expectProblem(opened, { reason: 'claim_unknown' });
    expect((await callApi(laurel, 'GET', `/awards/${one?.award}`)).status).toBe(404);
    expect((await callApi(laurel, 'POST', `/awards/${one?.award}/renewal`)).status).toBe(404);
  }
  expect((await glad.get(`/me/awards/${accepted?.award}`)).status).toBe(200);
});

test('evidence about one person goes with their offer, and stays while a batch has anybody else', async () => {
  const one = await anOfferToHolder(laurel, 'Alone of Ughelli', {
    evidence: [{ class: 'attestation', url: 'https://meta.wikimedia.org/wiki/Of_one_alone' }],
  });
  const shared = 'https://meta.wikimedia.org/wiki/Of_several';
  const recipients = [{ username: 'Absent of Ughelli' }, { username: 'Present of Ughelli' }];
  const body = anAwardRequest({
    consent: 'ask',
    evidence: [{ class: 'on-wiki-page', url: shared }],
    recipients,
  });
  const { recipients: rows } = await award(laurel, body);
  const present = await signedIn(laurel, 'Present of Ughelli');
  await present.post(`${new URL(rows[1]?.claim ?? '').pathname}/accept`);

  await passOfferDays(laurel, 180);
  await tick(laurel);

  expect(await cellsWith(laurel, ['Of_one_alone', one.claim.slice('/claim/'.length)])).toEqual([]);
  expect(await cellsWith(laurel, [shared])).toEqual(['awards.evidence', 'batches.terms']);
});

test('what was taken back goes on the same day, and is not counted', async () => {
  const { award: id, claim } = await anOfferToHolder(laurel, 'Taken Back of Sapele');
  await cancel(id);
  const counted = await lapsedCount();

  await passOfferDays(laurel, 180);
  await tick(laurel);

  expect(await cellsWith(laurel, [claim.slice('/claim/'.length)])).toEqual([]);
  expect(await lapsedCount()).toBe(counted);
});

test('an accepted award stays, with what was made of it', async () => {
  const { award: id, session } = await anAcceptedAward(laurel, 'Stays of Asaba');
  await makeCredential(session, id);

  await passOfferDays(laurel, 400);
  await tick(laurel);

  expect((await session.get(`/me/awards/${id}`)).status).toBe(200);
});

test('what an erasure that is under way still needs is left to it', async () => {
  const name = 'Leaving of Ogoja';
  const { award: id } = await anAcceptedAward(laurel, name);
  const store = await privateStore(laurel);
  const task = JSON.stringify({ task: 'erase_account', accountId: accountIdOf(name) });
  await store.batch([
    store.prepare("insert into outbox values ('leaving', ?, 9999999999, 0, 0)").bind(task),
    store.prepare("update awards set state = 'cancelled' where id = ?").bind(id),
  ]);
  await passOfferDays(laurel, 400);
  const isThere = async () => (await callApi(laurel, 'GET', `/awards/${id}`)).status === 200;

  await tick(laurel);
  expect(await isThere()).toBe(true);
  await store.prepare("delete from outbox where id = 'leaving'").run();
  await tick(laurel);

  expect(await isThere()).toBe(false);
});

test('accepting after its day, and at the moment of lapsing, makes no award', async () => {
  const { award: id, claim, session } = await anOfferToHolder(laurel, 'Late of Auchi');
  await passOfferDays(laurel, 180);

  await expectProblem(await session.post(`${claim}/accept`, {}, JSON_ACCEPT), {
    reason: 'claim_closed',
  });
  const [accepting] = await Promise.all([
    session.post(`${claim}/accept`, {}, JSON_ACCEPT),
    tick(laurel),
  ]);

  expect([404, 410]).toContain(accepting.status);
  expect((await callApi(laurel, 'GET', `/awards/${id}`)).status).toBe(404);
});

test('the correction of an award that nobody accepted is over, and the award can be corrected again', async () => {
  const { award: id } = await anAcceptedAward(laurel, 'Corrected of Idah');
  const correct = (hours: number) => callApi(laurel, 'POST', `/awards/${id}/correction`, { hours });
  expect((await correct(3)).status).toBe(202);
  await expect
    .poll(async () => (await callApi(laurel, 'GET', `/awards/${id}`)).json())
    .toMatchObject({ corrections: [{ state: 'open' }] });

  await passOfferDays(laurel, 180);
  await tick(laurel);

  expect(await (await callApi(laurel, 'GET', `/awards/${id}`)).json()).toMatchObject({
    state: 'accepted',
    corrections: [{ state: 'closed' }],
  });
  expect((await correct(4)).status).toBe(202);
});

test('figures tell how many lapsed, once they are ten', async () => {
  const admin = await aMember(laurel, 'Counts of Lokoja', ['admin']);
  const figures = async () =>
    (await callApi(laurel, 'GET', `/issuers/${laurel.issuer}/figures?year=2026`)).json();
  const store = await privateStore(laurel);
  await store.prepare("update lapsed_counts set month = '2026-05'").run();
  expect(await lapsedCount()).toBeLessThan(10);
  expect(await figures()).toMatchObject({ lapsed: null });
  await store.prepare('update lapsed_counts set count = count + 10').run();

  const told = await lapsedCount();

  expect(await figures()).toMatchObject({ lapsed: told });
  const page = await (await admin.get(`/desk/issuers/${laurel.issuer}/figures?year=2026`)).text();
  expect(page).toContain(`${told} offers of this year ended`);
});
