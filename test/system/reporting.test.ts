import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf, STEWARD } from '../../development/demonstration/seed.ts';
import { aSteward } from '../support/applying.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { callApi, privateStore } from '../support/desk-calls.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { anOfferToHolder, passOfferDays, tick } from '../support/offering.ts';
import { expectProblem } from '../support/problem.ts';
import { signedIn } from '../support/stored-sessions.ts';

const JSON_ACCEPT = { accept: 'application/json' };
const QUEUE = '/desk/stewards/reports';

let laurel: Laurel;
let steward: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  steward = await aSteward(laurel);
});
afterAll(() => laurel.stop());

async function queued(session = steward): Promise<readonly string[]> {
  const page = await (await session.get(QUEUE)).text();
  return [...page.matchAll(/href="(\/desk\/stewards\/reports\/\w+)/g)].map(([, path = '']) => path);
}

/** Reports what is at `claim`; where stewards find it. */
async function reported(
  session: BrowserSession,
  claim: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const before = await queued();
  const sent = await session.post(`${claim}/report`, {
    reason: 'unsafe',
    words: 'My street is named in it.',
    ...fields,
  });
  expect(sent.headers.get('location')).toBe('/me/reports?done=reported');
  return (await queued()).find((path) => !before.includes(path)) ?? '';
}

test('a report reaches the stewards without a name, and their answer its author alone', async () => {
  const name = 'Worried of Dutse';
  const { claim, session } = await anOfferToHolder(laurel, name);
  const form = await (await session.get(`${claim}/report`)).text();
  expect(form).toContain('The issuer never learns of it');

  const path = await reported(session, claim);

  const review = await (await steward.get(path)).text();
  for (const said of [
    'My street is named in it.',
    'It puts me or others in danger',
    'Demonstration User Group',
    'Workshop Participation',
  ]) {
    expect(review).toContain(said);
  }
  expect(review).not.toContain(name);
  expect(review).not.toContain(accountIdOf(name));
  expect(await (await session.get('/me/reports')).text()).toContain('Nobody has answered yet');
  await expectProblem(
    await session.post(`${claim}/report`, { reason: 'other', words: 'Again' }, JSON_ACCEPT),
    { reason: 'report_waiting' },
  );

  const closed = await steward.post(path, { answer: 'We spoke with all groups of that city.' });

  expect(closed.headers.get('location')).toBe(`${QUEUE}?done=answered`);
  expect(await queued()).not.toContain(path);
  expect(await (await session.get('/me/reports')).text()).toContain('We spoke with all groups');
  await expectProblem(await steward.post(path, { answer: 'Twice' }, JSON_ACCEPT), {
    reason: 'report_unknown',
  });
  expect(await (await session.get('/me/reports')).text()).not.toContain('Twice');
  expect(await (await steward.get('/desk/stewards/audit')).text()).toContain('Answered a report');
  expect((await session.post(`${claim}/accept`)).status).toBe(303);
});

test('of two stewards at once one closes it', async () => {
  const { claim, session } = await anOfferToHolder(laurel, 'Asks Two Stewards');
  const path = await reported(session, claim);

  const answers = await Promise.all(
    ['One', 'Two'].map((answer) => steward.post(path, { answer }, JSON_ACCEPT)),
  );

  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
});

test('a steward who is a member of the issuer sees nothing of it, nor who reported themselves', async () => {
  const { claim, session } = await anOfferToHolder(laurel, 'Fears the Group');
  const path = await reported(session, claim, { reason: 'harassing' });
  const second = 'Second Steward of Keffi';
  await steward.post('/desk/stewards/grants', { username: second, days: '30' });
  const other = await signedIn(laurel, second);
  expect(await queued(other)).toContain(path);

  await aMember(laurel, second, ['reviewer']);

  expect(await queued(other)).toEqual([]);
  expect((await other.get(path)).status).toBe(404);
  expect((await other.post(path, { answer: 'Hm.' })).status).toBe(404);
  expect(await queued()).toContain(path);
  const own = await anOfferToHolder(laurel, STEWARD, { achievement: 'newcomer-support' });
  await own.session.post(`${own.claim}/report`, { reason: 'untrue', words: '' });
  expect(await (await own.session.get('/me/reports')).text()).toContain('not true');
  expect(await queued(own.session)).toHaveLength((await queued()).length);
  const store = await privateStore(laurel);
  const id = await store
    .prepare('select id from award_reports where account_id = ?')
    .bind(accountIdOf(STEWARD))
    .first<string>('id');
  expect((await steward.post(`${QUEUE}/${id}`, { answer: 'Mine.' })).status).toBe(404);
});

test('a steward who was a member when it was reported decides nothing of it, though their grant has ended', async () => {
  const { claim, session } = await anOfferToHolder(laurel, 'Fears the Former');
  const former = 'Was There of Keffi';
  await steward.post('/desk/stewards/grants', { username: former, days: '30' });
  const other = await aMember(laurel, former, ['reviewer']);
  const before = await reported(session, claim);
  const store = await privateStore(laurel);
  const endingGrants = store.prepare(
    `update grants set ends_at_seconds = cast(strftime('%s', 'now') as integer) - ?
      where account_id = ? and issuer = ?`,
  );

  await endingGrants.bind(0, accountIdOf(former), laurel.issuer).run();

  expect(await queued(other)).toEqual([]);
  expect((await other.get(before)).status).toBe(404);
  expect((await other.post(before, { answer: 'Nothing to see.' })).status).toBe(404);
  await endingGrants.bind(60, accountIdOf(former), laurel.issuer).run();
  const later = await anOfferToHolder(laurel, 'Comes Later');
  const path = await reported(later.session, later.claim);
  expect(await queued(other)).toContain(path);
});

test('a steward who made the award is not the one to decide, though they left the issuer', async () => {
  const { award, claim, session } = await anOfferToHolder(laurel, 'Awarded by a Steward');
  const path = await reported(session, claim);
  const third = 'Third Steward of Jalingo';
  await steward.post('/desk/stewards/grants', { username: third, days: '30' });
  const other = await signedIn(laurel, third);
  expect(await queued(other)).toContain(path);
  const store = await privateStore(laurel);

  await store
    .prepare('update awards set awarded_by = ? where id = ?')
    .bind(accountIdOf(third), award)
    .run();

  expect(await queued(other)).not.toContain(path);
  expect((await other.post(path, { answer: 'Hm.' })).status).toBe(404);
  expect(await queued()).toContain(path);
});

test('nobody else sees the queue, and the issuer no sign of a report', async () => {
  const { award, claim, session } = await anOfferToHolder(laurel, 'Unseen of Lafia');
  const admin = await aMember(laurel, 'Admin of the Group', ['admin', 'awarder']);
  const look = async () =>
    Promise.all(
      ['', '/awards', `/awards/${award}`, '/audit', '/figures'].map(async (part) =>
        (await admin.get(`/desk/issuers/${laurel.issuer}${part}`)).text(),
      ),
    );
  const before = [await look(), await (await callApi(laurel, 'GET', `/awards/${award}`)).text()];

  const path = await reported(session, claim);

  expect([await look(), await (await callApi(laurel, 'GET', `/awards/${award}`)).text()]).toEqual(
    before,
  );
  for (const stranger of [admin, session]) {
    expect((await stranger.get(QUEUE)).status).toBe(404);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(path, { answer: 'x' })).status).toBe(404);
  }
});

test('what was accepted, declined or taken back is reported too; what is another’s or unknown is not', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Signed Without Asking');
  const page = await (await session.get(`/me/awards/${award}`)).text();
  const [, claim = ''] = /href="(\/claim\/\w+)\/report/.exec(page) ?? [];
  expect(await reported(session, claim, { reason: 'not_agreed', words: '' })).not.toBe('');
  const declined = await anOfferToHolder(laurel, 'Declined Before');
  await declined.session.post(`${declined.claim}/decline`);
  const closed = await declined.session.get(declined.claim);
  expect(closed.status).toBe(410);
  expect(await closed.text()).toContain(`href="${declined.claim}/report"`);
  expect(await reported(declined.session, declined.claim, { reason: 'harassing' })).not.toBe('');
  const again = await declined.session.post(`${declined.claim}/report`, {
    reason: 'other',
    words: 'One more thing',
  });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('One more thing');
  const back = await anOfferToHolder(laurel, 'Offered and Not');
  expect((await callApi(laurel, 'POST', `/awards/${back.award}/cancellation`)).status).toBe(200);
  expect(await (await back.session.get(back.claim)).text()).toContain(
    `href="${back.claim}/report"`,
  );
  expect(await reported(back.session, back.claim, { reason: 'harassing' })).not.toBe('');

  const refusals = [
    [session, `${declined.claim}/report`, 'claim_of_another_account'],
    [session, `/claim/${'x'.repeat(17)}/report`, 'claim_unknown'],
  ] as const;
  for (const [by, path, reason] of refusals) {
    await expectProblem(await by.get(path, JSON_ACCEPT), { reason });
    await expectProblem(await by.post(path, { reason: 'unsafe' }, JSON_ACCEPT), { reason });
  }
});

test('a form that is wrong comes back as it was typed', async () => {
  const { claim, session } = await anOfferToHolder(laurel, 'Types a Lot');
  const path = `${claim}/report`;

  const none = await session.post(path, { words: 'Kept as it is' });
  expect(none.status).toBe(422);
  expect(await none.text()).toContain('Kept as it is');
  const wordless = await session.post(path, { reason: 'other', words: ' \u202e ' });
  expect(wordless.status).toBe(422);
  const long = await session.post(path, { reason: 'untrue', words: 'ሀ'.repeat(2_001) });
  expect(long.status).toBe(422);
  expect(await long.text()).toContain('ሀ'.repeat(2_001));
  expect((await session.post(path, { reason: 'untrue', words: 'ሀ'.repeat(2_000) })).status).toBe(
    303,
  );
});

test('a report outlives the offer it is about; answered, it is forgotten after half a year', async () => {
  const { claim, session } = await anOfferToHolder(laurel, 'Reports and Waits');
  const path = await reported(session, claim, { words: 'Words that are to go' });
  await passOfferDays(laurel, 180);
  await tick(laurel);

  expect(await (await steward.get(path)).text()).toContain('It has lapsed or was taken back since');
  await steward.post(path, { answer: '' });
  await tick(laurel);
  expect(await (await session.get('/me/reports')).text()).toContain('Words that are to go');
  const store = await privateStore(laurel);
  await store
    .prepare('update award_reports set decided_at_seconds = decided_at_seconds - 181 * 86400')
    .run();
  await tick(laurel);

  expect(await (await session.get('/me/reports')).text()).toContain('You have reported nothing');
});
