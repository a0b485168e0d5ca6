import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../development/free-port.ts';
import { aCredential, anAwardRequest, award, reportOf } from '../support/awarding.ts';
import { browserSession, logIn } from '../support/browser-session.ts';
import { anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

const DAY_SECONDS = 86_400;

let persistTo: string;
let port: number;
let laurel: Laurel;
beforeAll(async () => {
  persistTo = mkdtempSync(join(tmpdir(), 'laurel-expiry-'));
  port = await freePort('127.0.0.1');
  laurel = await startLaurel({ persistTo, port });
});
afterAll(async () => {
  await laurel.stop();
  rmSync(persistTo, { recursive: true });
});

/** The same Laurel, on the same data, after some days. */
async function afterDays(days: number): Promise<void> {
  await laurel.stop();
  laurel = await startLaurel({ persistTo, port, clockShiftSeconds: days * DAY_SECONDS });
}

const today = new Date().toISOString().slice(0, 10);

test('time ends a training that should be taken again, and an offer that nobody answered, but never a role', async () => {
  const period = { start: today, end: today };
  const training = await aCredential(laurel, { achievement: 'training-safety', period });
  const role = await aCredential(laurel, { achievement: 'role-community-trainer', period });
  const offer = await anOffer(laurel, 'Slow Reader', { period });
  const declined = await anOffer(laurel, 'Polite Refuser', { period });
  const refuser = browserSession(laurel);
  await logIn(refuser, 'Polite Refuser', declined.claim);
  await refuser.post(`${declined.claim}/decline`);
  const copy = await (await fetch(`${training.page}.json`)).json();
  expect(copy).toMatchObject({ validUntil: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/) });
  expect(await (await fetch(`${role.page}.json`)).json()).not.toHaveProperty('validUntil');

  await afterDays(181);
  await laurel.runtime.tick();

  const session = browserSession(laurel);
  await logIn(session, 'Slow Reader', offer.claim);
  const accepting = await session.post(`${offer.claim}/accept`, {}, { accept: 'application/json' });
  await expectProblem(accepting, { reason: 'claim_unknown' });
  const statuses = await Promise.all(
    [offer, declined].map(async (one) => {
      const answer = await fetch(`${laurel.url}/api/v1/awards/${one.award}`, {
        headers: { authorization: `Bearer ${laurel.token}` },
      });
      return answer.status;
    }),
  );
  expect(statuses).toEqual([404, 404]);
  expect((await verifyBy(laurel, { url: training.page })).verdict).toBe('valid');

  await afterDays(3 * 366);

  for (const input of [{ url: training.page }, { credential: copy }]) {
    const report = await verifyBy(laurel, input);
    expect(report.verdict).toBe('expired');
    expect(checkIn(report, 'proof')?.result).toBe('pass');
  }
  const page = await fetch(training.page, { headers: { accept: 'text/html' } });
  expect(await page.text()).not.toContain('verdict good');
  expect((await verifyBy(laurel, { url: role.page })).verdict).toBe('valid');
});

test('before its first day a credential is not yet valid', async () => {
  const { page } = await aCredential(laurel);

  await afterDays(-3);

  expect((await verifyBy(laurel, { url: page })).verdict).toBe('not_yet_valid');
});

test('a training whose time had run out before it was awarded is refused in its row, and nothing stands', async () => {
  const { batch, recipients } = await award(
    laurel,
    anAwardRequest({
      achievement: 'training-safety',
      period: { start: '2019-01-01', end: '2019-01-02' },
      recipients: [{ username: 'Long Ago' }],
    }),
  );

  expect(recipients[0]).toMatchObject({
    state: 'refused',
    refusal: { reason: 'not_signed', because: 'validity_ended' },
  });
  expect((await reportOf(laurel, batch)).counts).toMatchObject({ refused: 1, accepted: 0 });
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const left = await store
    .prepare('select count(*) as count from awards where batch_id = ?')
    .bind(batch)
    .first('count');
  expect(left).toBe(0);
});
