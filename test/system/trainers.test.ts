import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { anAwardRequest, postAwards, revoke } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { auditedActs, callApi, callAs, privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { anOfferToHolder } from '../support/offering.ts';
import { expectProblem } from '../support/problem.ts';
import { awardList, giveList, settled } from '../support/sheets.ts';
import { aTrained, letTrainersAward, TRAINING, WORKSHOP } from '../support/training.ts';

let laurel: Laurel;
let admin: BrowserSession;
let desk: string;
let api: string;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, 'Admin of Trainers', ['admin']);
  desk = `/desk/issuers/${laurel.issuer}`;
  api = `/issuers/${laurel.issuer}`;
  await letTrainersAward(laurel, admin);
});
afterAll(() => laurel.stop());

const text = async (session: BrowserSession, path: string) => (await session.get(path)).text();

test('a training says before it is accepted what it lets its holder award, and then does', async () => {
  const { award, claim, session } = await anOfferToHolder(laurel, 'Halima of Sokoto', {
    achievement: TRAINING,
  });
  const offered = await text(session, claim);
  expect(offered).toContain('What comes with it');
  expect(offered).toContain('Workshop Participation');
  expect(offered).toContain('It begins when you accept.');
  expect((await session.get(desk)).status).toBe(404);

  await session.post(`${claim}/accept`);

  expect(await text(session, `/me/awards/${award}`)).toContain('Awarding as a trainer');
  expect(await text(session, '/desk')).toContain(`href="${desk}"`);
  expect(await text(session, desk)).toContain('Workshop Participation');
  const members = await text(admin, `${desk}/members`);
  expect(members).toContain('Halima of Sokoto');
  expect(members).toContain('By their training');
  expect(await text(admin, `${desk}/audit`)).toContain('Let a trainer award');
});

test('a trainer awards a list of their own, in their own name, and not to themselves', async () => {
  const { session } = await aTrained(laurel, 'Bello of Kebbi');
  const list = await giveList(laurel, session, 'Lina of Kano\nAli of Oran\nBello of Kebbi');
  await settled(session, list);
  const terms = await text(session, `${list}/terms`);
  expect(terms).toContain(`value="${WORKSHOP}"`);
  expect(terms).not.toContain('value="event-support"');

  const batch = await awardList(session, list, { start: '2026-05-05', end: '2026-05-05' });

  const page = await settled(session, batch);
  expect(page).toContain('Bello of Kebbi');
  const store = await privateStore(laurel);
  const { results } = await store
    .prepare('select account_id as account from awards where awarded_by = ?')
    .bind(accountIdOf('Bello of Kebbi'))
    .all<{ account: string }>();
  expect(results.map(({ account }) => account).sort()).toEqual(
    [accountIdOf('Lina of Kano'), accountIdOf('Ali of Oran')].sort(),
  );
  expect(await auditedActs(laurel, batch.split('/').at(-1)?.split('?')[0] ?? '')).toEqual([
    'batch_created',
  ]);
});

test.each([TRAINING, 'event-support', 'role-mentor'])(
  'a trainer cannot award %s, by a list, by slips or by the API',
  async (achievement) => {
    const { session } = await aTrained(laurel, `Kemi who tries ${achievement}`);
    const period = { start: '2026-06-06', end: '2026-06-07' };
    const terms = { label: '', language: 'en', ...period, consent: 'ask', disclosure: 'account' };
    const list = await giveList(laurel, session, 'Lina of Kano');
    await settled(session, list);
    const set = await session.post(`${list}/terms`, { achievement, ...terms });
    expect(set.status).toBe(403);
    expect(await set.text()).toContain('Your training does not cover this achievement');
    const slips = { achievement, size: '4', ...terms, label: 'Day' };
    expect((await session.post(`${desk}/slips`, slips)).status).toBe(403);
    const request = anAwardRequest({ achievement, period, consent: 'ask' });
    const refused = await callAs(laurel, session, 'POST', `${api}/awards`, request);
    expect(await refused.clone().json()).toMatchObject({ available: [WORKSHOP] });
    await expectProblem(refused, { reason: 'achievement_beyond_training' });
  },
);

test('where an admin confirms each, nobody awards before, and one confirmation is enough', async () => {
  await letTrainersAward(laurel, admin, { begins: 'given' });
  const { award, session } = await aTrained(laurel, 'Waits of Wase');
  expect((await session.get(`${desk}/sheets`)).status).toBe(404);
  expect(await text(session, `/me/awards/${award}`)).toContain('has still to confirm');
  expect(await text(admin, desk)).toContain('One person who completed a training waits');
  const awarder = await aMember(laurel, 'Awarder of Wase', ['awarder']);
  expect((await awarder.post(`${desk}/members/trainers/${award}/give`)).status).toBe(403);

  const both = await Promise.all(
    [1, 2].map(() => admin.post(`${desk}/members/trainers/${award}/give`)),
  );

  expect(both.map(({ status }) => status)).toEqual([303, 303]);
  expect((await session.get(`${desk}/sheets`)).status).toBe(200);
  await letTrainersAward(laurel, admin);
});

test('nobody lets themselves award, and nobody lets award for longer than their own grant lasts', async () => {
  await letTrainersAward(laurel, admin, { begins: 'given' });
  const own = await aTrained(laurel, 'Admin of Trainers');
  const path = `${api}/trainers/${own.award}`;
  await expectProblem(await callAs(laurel, own.session, 'PUT', path, {}), { reason: 'own_grant' });
  const soonSeconds = Math.floor(Date.now() / 1000) + 40 * 86_400;
  const short = await aMember(laurel, 'Short of Shendam', ['admin']);
  await laurel.stewardship.grant(
    laurel.issuer,
    accountIdOf('Short of Shendam'),
    'admin',
    soonSeconds,
  );
  const { award } = await aTrained(laurel, 'Outlives of Omu');
  const until = new Date((soonSeconds + 20 * 86_400) * 1000).toISOString().slice(0, 10);
  const outlives = await callAs(laurel, short, 'PUT', `${api}/trainers/${award}`, { until });
  expect(await outlives.clone().json()).toMatchObject({
    endsOn: new Date(soonSeconds * 1000).toISOString().slice(0, 10),
  });
  await expectProblem(outlives, { reason: 'grant_outlives' });
  const past = { until: '2020-01-01' };
  expect((await callAs(laurel, short, 'PUT', `${api}/trainers/${award}`, past)).status).toBe(422);

  expect((await callAs(laurel, short, 'PUT', `${api}/trainers/${award}`, {})).status).toBe(204);

  const listed = await (await callAs(laurel, admin, 'GET', `${api}/trainers`)).json();
  expect(listed).toMatchObject({
    trainers: expect.arrayContaining([
      expect.objectContaining({
        award,
        state: 'given',
        endsAt: new Date(soonSeconds * 1000).toISOString(),
      }),
    ]),
  });
  await letTrainersAward(laurel, admin);
});

test('it ends with its day, by an admin, and when the holder steps down; the training stays', async () => {
  const over = await aTrained(laurel, 'Over of Oyo');
  const store = await privateStore(laurel);
  await store
    .prepare('update trainers set ends_at_seconds = ? where award_id = ?')
    .bind(Math.floor(Date.now() / 1000) - 1, over.award)
    .run();
  const ended = await aTrained(laurel, 'Ended of Ede');
  const left = await aTrained(laurel, 'Left of Lekki');
  expect((await left.session.get(`${desk}/sheets`)).status).toBe(200);

  await admin.post(`${desk}/members/trainers/${ended.award}/end`);
  const stepped = await left.session.post(`/me/awards/${left.award}/trainer/end`);

  expect(stepped.headers.get('location')).toContain('done=stopped_awarding');
  for (const { session, award } of [over, ended, left]) {
    expect((await session.get(`${desk}/sheets`)).status).toBe(404);
    const own = await text(session, `/me/awards/${award}`);
    expect(own).toContain('You may not award by this training any more');
    expect(own).toContain('Make a certificate');
  }
  const again = await callAs(laurel, admin, 'PUT', `${api}/trainers/${left.award}`, {});
  await expectProblem(again, { reason: 'trainer_ended' });
  const renewed = await admin.post(`${desk}/members/trainers/${over.award}/give`);
  expect(renewed.status).toBe(303);
  expect((await over.session.get(`${desk}/sheets`)).status).toBe(200);
});

test('it does not outlive the grant of who gave it, which may end before its day; who follows them answers for it', async () => {
  const [first, second] = ['First of Funtua', 'Second of Funtua'] as const;
  const giver = await aMember(laurel, first, ['admin']);
  await letTrainersAward(laurel, giver);
  const { award, session } = await aTrained(laurel, 'Lives on of Funtua');
  const mayAward = async () => (await session.get(`${desk}/sheets`)).status === 200;
  const handed = await callAs(laurel, giver, 'POST', `${api}/members/handover`, {
    successor: second,
  });
  expect(handed.status).toBe(204);
  expect(await mayAward()).toBe(true);

  const grant = `${api}/members/${accountIdOf(second)}/grants/admin`;
  expect((await callAs(laurel, admin, 'DELETE', grant)).status).toBe(204);

  expect(await mayAward()).toBe(false);
  expect(await text(session, `/me/awards/${award}`)).toContain('has still to confirm');
  const listed = await (await callAs(laurel, admin, 'GET', `${api}/trainers`)).json();
  const waiting = expect.objectContaining({ award, state: 'waiting', endsAt: null });
  expect(listed).toMatchObject({ trainers: expect.arrayContaining([waiting]) });
  expect((await admin.post(`${desk}/members/trainers/${award}/give`)).status).toBe(303);
  expect(await mayAward()).toBe(true);
  await letTrainersAward(laurel, admin);
});

test('it ends with its training when that is revoked, and rests while that is suspended', async () => {
  const { award, session } = await aTrained(laurel, 'Rests of Rano');
  const suspended = await callApi(laurel, 'POST', `/awards/${award}/suspension`, {
    reason: 'under_review',
  });
  expect(suspended.status).toBe(200);
  expect((await session.get(`${desk}/sheets`)).status).toBe(404);
  expect(await text(session, `/me/awards/${award}`)).toContain(
    'While this training does not stand',
  );
  await callApi(laurel, 'DELETE', `/awards/${award}/suspension`);
  expect((await session.get(`${desk}/sheets`)).status).toBe(200);

  expect((await revoke(laurel, award, { reason: 'issued_in_error' })).status).toBe(200);

  expect((await session.get(`${desk}/sheets`)).status).toBe(404);
  await expectProblem(await callAs(laurel, admin, 'PUT', `${api}/trainers/${award}`, {}), {
    reason: 'trainer_ended',
  });
});

test('no trainer makes trainers: neither a training that does can be awarded by one, nor the reverse', async () => {
  const other = `${api}/achievements/training-organizer/trainers`;
  const rule = { mayAward: [TRAINING], months: 3 };
  await expectProblem(await callAs(laurel, admin, 'PUT', other, rule), {
    reason: 'request_invalid',
  });
  const reached = `${api}/achievements/${WORKSHOP}/trainers`;
  const chain = { mayAward: ['event-support'], months: 3 };
  await expectProblem(await callAs(laurel, admin, 'PUT', reached, chain), {
    reason: 'request_invalid',
  });
  const wrong = [
    { mayAward: [], months: 3 },
    { mayAward: ['role-mentor'], months: 3 },
    { mayAward: ['nothing-like-it'], months: 3 },
    { mayAward: ['event-support', 'event-support'], months: 3 },
    { mayAward: ['event-support'], months: 25 },
    { mayAward: ['event-support'], months: 0 },
  ];
  for (const body of wrong) {
    const answer = await callAs(laurel, admin, 'PUT', other, body);
    expect([JSON.stringify(body), answer.status]).toEqual([JSON.stringify(body), 422]);
  }
  const ofContribution = `${api}/achievements/event-organizer/trainers`;
  expect((await callAs(laurel, admin, 'PUT', ofContribution, chain)).status).toBe(422);
});

test('two rules at once that would make a chain: one of them is refused', async () => {
  const [one, other] = ['training-safety', 'training-governance'];
  const rules = [
    callAs(laurel, admin, 'PUT', `${api}/achievements/${one}/trainers`, {
      mayAward: [other],
      months: 1,
    }),
    callAs(laurel, admin, 'PUT', `${api}/achievements/${other}/trainers`, {
      mayAward: [one],
      months: 1,
    }),
  ];

  const answers = (await Promise.all(rules)).map(({ status }) => status).sort();

  expect(answers).toEqual([204, 422]);
});

test('consent on paper, and a training that says nothing any more, make nobody a trainer', async () => {
  const paper = await postAwards(
    laurel,
    anAwardRequest({ achievement: TRAINING, recipients: [{ username: 'Paper of Pankshin' }] }),
  );
  expect(paper.status).toBe(202);
  const gone = await admin.post(`${desk}/achievements/${TRAINING}/trainers`, { remove: 'yes' });
  expect(gone.headers.get('location')).toContain('done=removed');
  const { award, session } = await aTrained(laurel, 'None of Numan');
  expect((await session.get(desk)).status).toBe(404);
  expect(await text(session, `/me/awards/${award}`)).not.toContain('Awarding as a trainer');
  await letTrainersAward(laurel, admin);
  const listed = JSON.stringify(
    await (await callAs(laurel, admin, 'GET', `${api}/trainers`)).json(),
  );
  expect(listed).not.toContain('Paper of Pankshin');
});
