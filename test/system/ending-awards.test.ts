import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential, revoke } from '../support/awarding.ts';
import { browserSession, logIn } from '../support/browser-session.ts';
import { anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { checkSigningRecords } from '../support/signing-records.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

async function recordsOf(award: string): Promise<{ state: string; audited: number }> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const state = await store
    .prepare('select state from awards where id = ?')
    .bind(award)
    .first('state');
  const audited = await store
    .prepare('select count(*) as count from audit where subject = ?')
    .bind(award)
    .first('count');
  return { state: String(state), audited: Number(audited) };
}

function cancel(award: string): Promise<Response> {
  return fetch(`${laurel.url}/api/v1/awards/${award}/cancellation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${laurel.token}` },
  });
}

test('of accepting and cancelling at once one happens, and both are told the truth', async () => {
  for (let time = 0; time < 12; time += 1) {
    const username = `Hasty ${time}`;
    const offer = await anOffer(laurel, username);
    const session = browserSession(laurel);
    await logIn(session, username, offer.claim);

    const [accepting, cancelling] = await Promise.all([
      session.post(`${offer.claim}/accept`),
      cancel(offer.award),
    ]);

    const { state, audited } = await recordsOf(offer.award);
    expect([accepting.status, cancelling.status, state, audited]).toEqual(
      state === 'accepted' ? [303, 409, 'accepted', 0] : [410, 200, 'cancelled', 1],
    );
  }
});

test('of two revocations at once with different reasons one holds, and the other is refused', async () => {
  for (let time = 0; time < 8; time += 1) {
    const { award } = await aCredential(laurel);

    const answers = await Promise.all(
      ['duplicate', 'wrong_person'].map((reason) => revoke(laurel, award, { reason })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await recordsOf(award)).toEqual({ state: 'revoked', audited: 1 });
  }
  await checkSigningRecords(laurel);
});

test('what is repeated is audited once', async () => {
  const offer = await anOffer(laurel, 'Twice Cancelled');

  expect((await cancel(offer.award)).status).toBe(200);
  expect((await cancel(offer.award)).status).toBe(200);

  expect(await recordsOf(offer.award)).toEqual({ state: 'cancelled', audited: 1 });
});
