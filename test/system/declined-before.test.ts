import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAwardRequest, award, settledBatch } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { callApi } from '../support/desk-calls.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { anOfferToHolder, passOfferDays } from '../support/offering.ts';
import { expectProblem } from '../support/problem.ts';

const JSON_ACCEPT = { accept: 'application/json' };

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

/** What its issuer sees of a batch of one, without what differs between any two. */
async function seenOf(batch: string) {
  const { counts, recipients } = await settledBatch(laurel, batch);
  const [row] = recipients;
  const claim = new URL(row?.claim ?? '').pathname;
  return { seen: { counts, state: row?.state, keys: Object.keys(row ?? {}) }, row, claim };
}

async function cancelled(id: string): Promise<void> {
  expect((await callApi(laurel, 'POST', `/awards/${id}/cancellation`)).status).toBe(200);
}

async function batchOf(path: string, body?: unknown): Promise<string> {
  const made = await callApi(laurel, 'POST', path, body);
  expect(made.status).toBe(202);
  return (await made.json<{ batch: string }>()).batch;
}

async function offersOf(session: BrowserSession): Promise<readonly string[]> {
  const page = await (await session.get('/me')).text();
  return [...page.matchAll(/href="(\/claim\/\w+)/g)].map(([, path = '']) => path);
}

async function isClosedTo(session: BrowserSession, claim: string): Promise<void> {
  for (const answer of [
    await session.get(claim, JSON_ACCEPT),
    await session.post(`${claim}/accept`, {}, JSON_ACCEPT),
    await session.post(`${claim}/decline`, {}, JSON_ACCEPT),
    await session.get(`${claim}/report`, JSON_ACCEPT),
  ]) {
    await expectProblem(answer, { reason: 'claim_closed' });
  }
}

test.each(['offered again', 'awarded anew'])(
  'what was declined, taken back and %s looks to the issuer like any offer, and reaches nobody before its day',
  async (way) => {
    const again = async (username: string, decline: boolean) => {
      const offer = await anOfferToHolder(laurel, username);
      if (decline) await offer.session.post(`${offer.claim}/decline`);
      await cancelled(offer.award);
      const batch =
        way === 'offered again'
          ? await batchOf(`/awards/${offer.award}/renewal`)
          : (await award(laurel, anAwardRequest({ consent: 'ask', recipients: [{ username }] })))
              .batch;
      return { ...(await seenOf(batch)), session: offer.session };
    };

    const declined = await again(`Rather Not ${way}`, true);
    const undecided = await again(`Undecided ${way}`, false);

    expect(declined.seen).toEqual(undecided.seen);
    expect(declined.seen.state).toBe('open');
    expect(await offersOf(undecided.session)).toEqual([undecided.claim]);
    expect(await offersOf(declined.session)).toEqual([]);
    await isClosedTo(declined.session, declined.claim);

    await passOfferDays(laurel, 180);
    // The offer that was made anew lapses as late as any other.
    await passOfferDays(laurel, -1);
    await isClosedTo(declined.session, declined.claim);
  },
);

test('from the day on which the declined one would have lapsed, a later offer is shown', async () => {
  const { award: first, claim, session } = await anOfferToHolder(laurel, 'Changes Their Mind');
  await session.post(`${claim}/decline`);
  await passOfferDays(laurel, 100);
  await cancelled(first);
  const anew = await seenOf(await batchOf(`/awards/${first}/renewal`));
  expect(await offersOf(session)).toEqual([]);

  await passOfferDays(laurel, 79);
  expect(await offersOf(session)).toEqual([]);
  await passOfferDays(laurel, 1);

  expect(await offersOf(session)).toEqual([anew.claim]);
  expect((await session.post(`${anew.claim}/accept`)).status).toBe(303);
});

test('an offer that was declined is not worn down by correcting it, however often', async () => {
  const { award: first, claim, session } = await anOfferToHolder(laurel, 'Corrected in Vain');
  await session.post(`${claim}/decline`);
  const once = await seenOf(await batchOf(`/awards/${first}/correction`, { hours: 3 }));
  expect(once.seen.state).toBe('open');
  const period = { start: '2026-10-01', end: '2026-10-02' };
  const twice = await seenOf(await batchOf(`/awards/${once.row?.award}/correction`, { period }));
  await cancelled(twice.row?.award ?? '');
  const recipients = [{ username: 'Corrected in Vain' }];
  const anew = await award(laurel, anAwardRequest({ consent: 'ask', period, recipients }));
  const thrice = await seenOf(anew.batch);

  expect(await offersOf(session)).toEqual([]);
  for (const { claim: path } of [once, twice, thrice]) await isClosedTo(session, path);
  expect(thrice.seen).toEqual(once.seen);
});

test('a correction that was declined does not come back as it was; one that says something else does', async () => {
  const { award: id, session } = await anAcceptedAward(laurel, 'Corrected Twice');
  const correct = async (hours: number) =>
    seenOf(await batchOf(`/awards/${id}/correction`, { hours }));
  const first = await correct(4);
  await session.post(`${first.claim}/decline`);
  await cancelled(first.row?.award ?? '');

  const same = await correct(4);
  expect(await offersOf(session)).toEqual([]);
  await isClosedTo(session, same.claim);
  await cancelled(same.row?.award ?? '');
  const other = await correct(5);

  expect(await offersOf(session)).toEqual([other.claim]);
});

test('to another account the link of an offer that is held back says what any other says', async () => {
  const { award: first, claim, session } = await anOfferToHolder(laurel, 'Quiet of Kontagora');
  await session.post(`${claim}/decline`);
  await cancelled(first);
  const anew = await seenOf(await batchOf(`/awards/${first}/renewal`));
  const open = await anOfferToHolder(laurel, 'Loud of Kontagora');
  const other = open.session;

  const held = await other.get(anew.claim, JSON_ACCEPT);

  await expectProblem(held, { reason: 'claim_of_another_account' });
  const before = async (path: string) =>
    (await (await fetch(`${laurel.url}${path}`)).text()).replaceAll(
      path.split('/').at(-1) ?? '',
      '',
    );
  expect(await before(anew.claim)).toBe(await before(open.claim));
});
