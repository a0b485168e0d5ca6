import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserSession, logIn } from '../support/browser-session.ts';
import { anOffer, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';

const JSON_ACCEPT = { accept: 'application/json' };

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

function privateStore() {
  return laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
}

async function awardRow(id: string) {
  const row = await (await privateStore())
    .prepare('select state, account_id from awards where id = ?')
    .bind(id)
    .first<{ state: string; account_id: string }>();
  if (row === null) throw new Error('no such award');
  return row;
}

test('an account that was renamed since the offer accepts it, and is named as it is called now', async () => {
  const offer = await anOffer(laurel, 'Halima of Katsina');
  const { account_id: accountId } = await awardRow(offer.award);
  const store = await privateStore();
  await store
    .prepare('update accounts set username = ? where id = ?')
    .bind('Halima before her renaming', accountId)
    .run();

  const session = browserSession(laurel);
  await logIn(session, 'Halima of Katsina', offer.claim);
  const accepted = await session.post(`${offer.claim}/accept`);
  const id = await makeCredential(session, offer.award);
  await session.post(`/me/credentials/${id}/link`, { link: 'on' });

  expect(accepted.status).toBe(303);
  expect((await awardRow(offer.award)).state).toBe('accepted');
  const credential = await (await fetch(`${laurel.url}/c/${id}.json`)).text();
  expect(credential).toContain('Halima of Katsina');
  expect(credential).not.toContain('before her renaming');
});

test('another account that now bears the name of the offer is refused, and sees nothing of it', async () => {
  const offer = await anOffer(laurel, 'Binta of Zaria');
  const store = await privateStore();
  await store.batch([
    store.prepare('update awards set account_id = ? where id = ?').bind('7', offer.award),
    store.prepare("insert into accounts values ('7', ?, 0, null)").bind('Binta of Zaria'),
  ]);

  const namesake = browserSession(laurel);
  await logIn(namesake, 'Binta of Zaria', offer.claim);
  const page = await namesake.get(offer.claim);
  const list = await (await namesake.get('/me')).text();
  const accepting = await namesake.post(`${offer.claim}/accept`, {}, JSON_ACCEPT);
  const declining = await namesake.post(`${offer.claim}/decline`, {}, JSON_ACCEPT);

  expect(page.status).toBe(403);
  expect(await page.text()).not.toContain('Workshop Participation');
  expect(list).not.toContain('Workshop Participation');
  for (const refused of [accepting, declining]) {
    expect(refused.status).toBe(403);
    await expectProblem(refused, { reason: 'claim_of_another_account' });
  }
  expect(await awardRow(offer.award)).toEqual({ state: 'offered', account_id: '7' });
});
