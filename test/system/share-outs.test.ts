import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { anAwardRequest, postAwards, reportOf, revoke } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { auditedActs, callApi, callAs, privateStore } from '../support/desk-calls.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { anOfferToHolder } from '../support/offering.ts';
import { expectProblem } from '../support/problem.ts';
import { awardList, giveList, settled } from '../support/sheets.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { WORKSHOP } from '../support/training.ts';

const LINK = 'https://commons.wikimedia.org/wiki/File:What_I_learned.webm';
const SHARED = 'knowledge-documenter';
const WORDS = 'Lovely! The page is empty now: could you look?';

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const promise = { shareOut: { until: dayIn(100), achievement: SHARED } };

let laurel: Laurel;
let reviewer: BrowserSession;
let queue: string;
let api: string;
beforeAll(async () => {
  laurel = await startLaurel();
  reviewer = await aMember(laurel, 'Reviewer of Rabat', ['reviewer']);
  queue = `/desk/issuers/${laurel.issuer}/share-outs`;
  api = `/issuers/${laurel.issuer}/share-outs`;
});
afterAll(() => laurel.stop());

const text = async (session: BrowserSession, path: string) => (await session.get(path)).text();

/** Somebody who promised it, with its award. */
const aPromise = (username: string, change: Readonly<Record<string, unknown>> = {}) =>
  anAcceptedAward(laurel, username, { ...promise, ...change });

const give = (session: BrowserSession, award: string, fields = { url: LINK, language: 'ar' }) =>
  session.post(`/me/awards/${award}/share-out`, fields);

test('the promise is read before it is made; what was shared is recognised by a second award', async () => {
  const { award, claim, session } = await anOfferToHolder(laurel, 'Samira of Sfax', {
    achievement: 'event-support',
    shareOut: { until: dayIn(100), achievement: WORKSHOP },
  });
  const offered = await text(session, claim);
  expect(offered).toContain('What you promise');
  expect(offered).toContain('Nothing is taken away');
  await session.post(`${claim}/accept`);
  expect(await text(session, `/me/awards/${award}`)).toContain('You promised it until');
  expect(await text(reviewer, queue)).toContain('Samira of Sfax');

  const given = await give(session, award);

  expect(given.headers.get('location')).toContain('done=shared');
  expect(await text(session, `/me/awards/${award}`)).toContain(LINK);
  expect(await text(reviewer, queue.replace('/share-outs', ''))).toContain('Something was shared');
  expect(await text(reviewer, queue)).toContain('Waiting for your answer');
  const thanked = await reviewer.post(`${queue}/${award}/award`);
  expect(thanked.headers.get('location')).toContain('done=thanked');
  const store = await privateStore(laurel);
  const seen = await eventually(() =>
    store
      .prepare('select * from awards where account_id = ? and achievement_slug = ?')
      .bind(accountIdOf('Samira of Sfax'), WORKSHOP)
      .first<Record<string, unknown>>(),
  );
  expect(seen).toMatchObject({
    state: 'offered',
    consent: 'ask',
    language: 'ar',
    awarded_by: accountIdOf('Reviewer of Rabat'),
    period_start: dayIn(0),
  });
  expect(String(seen.evidence)).toContain(LINK);
  expect(await text(session, `/me/awards/${award}`)).toContain('Thank you: it was recognised.');
  expect(await auditedActs(laurel, award)).toEqual(['share_out_thanked']);
});

test('asked for again with kind words, its holder reads them and gives another address', async () => {
  const { award, session } = await aPromise('Again of Algiers');
  await give(session, award);
  expect((await reviewer.post(`${queue}/${award}/again`, { answer: ' ' })).status).toBe(422);

  await reviewer.post(`${queue}/${award}/again`, { answer: WORDS });

  const page = await text(session, `/me/awards/${award}/share-out`);
  expect(page).toContain('The page is empty now');
  expect(page).toContain(LINK);
  await give(session, award, { url: 'https://example.org/talk#end', language: 'fr' });
  const listed = await (await callApi(laurel, 'GET', api)).json();
  expect(JSON.stringify(listed)).not.toContain('The page is empty now');
  expect(listed).toMatchObject({
    shareOuts: expect.arrayContaining([
      expect.objectContaining({
        award,
        username: 'Again of Algiers',
        state: 'given',
        url: 'https://example.org/talk',
        language: 'fr',
        past: false,
      }),
    ]),
  });
});

test('of two reviewers at once one recognises it, and nobody is awarded twice', async () => {
  const { award, session } = await aPromise('Twice of Tunis');
  await give(session, award);
  const other = await aMember(laurel, 'Reviewer of Rufisque', ['reviewer']);

  const answers = await Promise.all([
    callAs(laurel, reviewer, 'POST', `${api}/${award}/award`),
    callAs(laurel, other, 'POST', `${api}/${award}/award`),
    callAs(laurel, other, 'POST', `${api}/${award}/again`, { answer: WORDS }),
  ]);

  const done = answers.filter(({ status }) => status < 300);
  expect(done).toHaveLength(1);
  for (const answer of answers.filter(({ status }) => status >= 300)) {
    await expectProblem(answer, { reason: 'share_out_settled' });
  }
  if (done[0]?.status === 202) {
    const { batch } = Object(await done[0].json());
    expect((await reportOf(laurel, String(batch))).size).toBe(1);
  }
});

test('sent twice by one reviewer it is one batch', async () => {
  const { award, session } = await aPromise('Once of Oran');
  await give(session, award);
  const batches = await Promise.all(
    [1, 2].map(async () =>
      (await callAs(laurel, reviewer, 'POST', `${api}/${award}/award`)).json(),
    ),
  );
  expect(batches[0]).toEqual(batches[1]);
});

test('late is no fault: after its day it can be given and is recognised, and nobody is reminded', async () => {
  const { award, session } = await aPromise('Late of Luxor');
  await setDay(award, dayIn(-3));
  expect(await text(session, '/me')).not.toContain('Put the reminder away');
  expect(await text(session, `/me/awards/${award}`)).toContain('You can still do it');
  expect(await text(reviewer, queue)).toContain('Their day is past');

  await give(session, award);

  expect((await reviewer.post(`${queue}/${award}/award`)).status).toBe(303);
});

test('a reminder comes 30 and 7 days before, once each, and not to anybody else', async () => {
  const { award, session } = await aPromise('Reminded of Rosetta');
  const away = `/me/awards/${award}/share-out/reminder/end`;
  const isReminded = async () => (await text(session, '/me')).includes('Put the reminder away');
  expect(await isReminded()).toBe(false);
  await setDay(award, dayIn(20));
  expect(await isReminded()).toBe(true);
  expect((await session.post(away)).status).toBe(303);
  expect(await isReminded()).toBe(false);
  await setDay(award, dayIn(5));
  expect(await isReminded()).toBe(true);
  await session.post(away);
  await session.post(away);
  expect(await isReminded()).toBe(false);
  const stranger = await signedIn(laurel, 'Stranger of Suez');
  expect((await stranger.post(away)).status).toBe(404);
  expect((await stranger.get(`/me/awards/${award}/share-out`)).status).toBe(404);
  expect((await give(stranger, award)).status).toBe(404);
});

test.each([
  [{ url: 'http://example.org/', language: 'en' }, 'begins with https'],
  [{ url: 'https://user:word@example.org/', language: 'en' }, 'begins with https'],
  [{ url: 'https://127.0.0.1/', language: 'en' }, 'begins with https'],
  [{ url: LINK, language: 'no such language' }, 'Choose the language'],
])('%j is refused, and stays as it was typed', async (fields, sentence) => {
  const { award, session } = await aPromise(
    `Typed ${fields.url} ${fields.language}`.replace(/[^\w ]/g, ''),
  );
  const answer = await give(session, award, fields);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain(sentence);
  expect(page).toContain(`value="${fields.url}"`);
});

test('who reviews decides nothing on their own, and who does not review decides nothing', async () => {
  const { award } = await aPromise('Reviewer of Rabat', {
    period: { start: '2026-01-01', end: '2026-01-01' },
  });
  await give(reviewer, award);
  expect(await text(reviewer, queue)).toContain('This is your own promise');
  expect((await reviewer.post(`${queue}/${award}/award`)).status).toBe(404);
  const awarder = await aMember(laurel, 'Awarder of Agadir', ['awarder']);
  expect((await awarder.post(`${queue}/${award}/award`)).status).toBe(403);
  expect((await awarder.get(queue)).status).toBe(200);
});

test('a revoked award is promised nothing with any more, and a correction takes the promise over', async () => {
  const gone = await aPromise('Gone of Gao');
  await give(gone.session, gone.award);
  await revoke(laurel, gone.award, { reason: 'issued_in_error' });
  expect((await gone.session.get(`/me/awards/${gone.award}/share-out`)).status).toBe(404);
  expect((await reviewer.post(`${queue}/${gone.award}/award`)).status).toBe(404);

  const { award, session } = await aPromise('Corrected of Cotonou');
  await give(session, award);
  const corrected = await callApi(laurel, 'POST', `/awards/${award}/correction`, { hours: 7 });
  expect(corrected.status).toBe(202);
  const { batch } = Object(await corrected.json());
  await settled(session, '/me');
  const row = await eventually(
    async () => (await reportOf(laurel, String(batch))).recipients[0]?.claim,
  );
  const claim = new URL(row).pathname;
  expect(await text(session, claim)).toContain('What you promise');
  expect((await session.post(`${claim}/accept`)).status).toBe(303);
  const fresh = (await reportOf(laurel, String(batch))).recipients[0]?.award ?? '';
  expect(await text(session, `/me/awards/${fresh}`)).toContain(LINK);
  expect((await session.get(`/me/awards/${award}/share-out`)).status).toBe(404);
  expect((await reviewer.post(`${queue}/${fresh}/award`)).status).toBe(303);
});

test('a list of the desk asks for it too', async () => {
  const awarder = await aMember(laurel, 'Lists of Lomé', ['awarder']);
  const list = await giveList(laurel, awarder, 'Listed of Labé');
  await settled(awarder, list);
  const typed = { until: dayIn(60), sharing: '' };
  const refused = await awarder.post(`${list}/terms`, { achievement: 'event-support', ...typed });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain(`value="${dayIn(60)}"`);
  const period = { start: '2026-04-04', end: '2026-04-05' };
  await awardList(awarder, list, { ...period, until: dayIn(60), sharing: SHARED });
  const store = await privateStore(laurel);
  const seen = await eventually(() =>
    store
      .prepare('select share_out as promise from awards where account_id = ?')
      .bind(accountIdOf('Listed of Labé'))
      .first<{ promise: string }>(),
  );
  expect(JSON.parse(seen.promise)).toEqual({ until: dayIn(60), achievement: SHARED });
});

test.each([
  [{ consent: 'paper' }, '/shareOut'],
  [{ achievement: 'role-mentor', shareOut: promise.shareOut }, '/shareOut'],
  [{ shareOut: { until: '2020-01-01', achievement: SHARED } }, '/shareOut/until'],
  [{ shareOut: { until: '2096-01-01', achievement: SHARED } }, '/shareOut/until'],
  [{ shareOut: { until: dayIn(9), achievement: 'role-mentor' } }, '/shareOut/achievement'],
  [{ shareOut: { until: dayIn(9), achievement: 'nothing-like-it' } }, '/shareOut/achievement'],
  [
    { shareOut: { until: dayIn(9), achievement: 'training-workshop-participation' } },
    '/shareOut/achievement',
  ],
  [{ shareOut: { until: '2026-02-30', achievement: SHARED } }, '/shareOut/until'],
])('%j cannot be promised', async (change, issue) => {
  const answer = await postAwards(
    laurel,
    anAwardRequest({ consent: 'ask', ...promise, ...change }),
  );
  await expectProblem(answer, { reason: 'request_invalid', issue });
});

/** Has a promise end on another day, as if it had been made so. */
async function setDay(award: string, until: string): Promise<void> {
  const store = await privateStore(laurel);
  await store
    .prepare('update share_outs set until = ? where award_id = ?')
    .bind(until, award)
    .run();
}

/** What comes once the desk has worked. */
async function eventually<Value>(find: () => Promise<Value | null | undefined>): Promise<Value> {
  for (;;) {
    const found = await find();
    if (found !== null && found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
