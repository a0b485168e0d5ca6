import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { settledBatch } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { callApi, callAs, privateStore } from '../support/desk-calls.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';

const DAY_MS = 86_400_000;

let laurel: Laurel;
let reviewer: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  reviewer = await aMember(laurel, 'Reviewer of Sampa', ['reviewer']);
});
afterAll(() => laurel.stop());

const dayFrom = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

function serving(name: string, achievement: string, untilDays: number) {
  const period = { start: dayFrom(-300), end: dayFrom(untilDays) };
  return anAcceptedAward(laurel, name, { achievement, period, hours: undefined, evidence: [] });
}

const own = (award: string) => `/me/awards/${award}/hand-over`;
const thanks = (award: string) =>
  callAs(laurel, reviewer, 'POST', `/awards/${award}/hand-over/thanks`);

/** A hand-over of one thing, of which both sides say that it is done. */
async function whole(session: BrowserSession, award: string): Promise<void> {
  await session.post(own(award));
  await session.post(`${own(award)}/items`, { text: 'The key' });
  await session.post(`${own(award)}/items/0`, { done: 'yes' });
  const side = `/desk/issuers/${laurel.issuer}/awards/${award}/hand-over`;
  expect((await reviewer.post(`${side}/items/0`, { done: 'yes' })).status).toBe(303);
}

test('of two roles that are handed over on one day the second waits to be thanked, and is not closed for nothing', async () => {
  const name = 'Leaves Two of Sampa';
  const one = await serving(name, 'role-liaison', 40);
  const other = await serving(name, 'role-facilitator', 40);
  for (const { session, award } of [one, other]) await whole(session, award);

  const both = await Promise.all([thanks(one.award), thanks(other.award)]);

  expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
  const [refused] = both.filter(({ status }) => status === 409);
  if (refused !== undefined) await expectProblem(refused, { reason: 'nominee_recognised' });
  await laurel.runtime.tick();
  const store = await privateStore(laurel);
  const count = (statement: string) =>
    store.prepare(statement).bind(accountIdOf(name)).first<number>('count');
  expect(
    await count(`select count(*) as count from hand_overs join awards on awards.id = award_id
      where account_id = ? and thanked_at_seconds is not null`),
  ).toBe(1);
  expect(
    await count(`select count(*) as count from awards
      where account_id = ? and achievement_slug = 'graceful-handover'`),
  ).toBe(1);
});

test('a role that is put right keeps its hand-over and its reminders, and is thanked once', async () => {
  const { session, award } = await serving('Put Right of Sampa', 'role-liaison', 20);
  const worker = await laurel.runtime.miniflare.getWorker('laurel-desk');
  const hourly = () => worker.scheduled({ cron: '17 * * * *', scheduledTime: new Date() });
  await hourly();
  const isReminded = async () => (await (await session.get('/me')).text()).includes('Needs you');
  expect(await isReminded()).toBe(true);
  await session.post(`/me/awards/${award}/reminders`);
  await whole(session, award);
  const corrected = async (id: string, url: string) => {
    const made = await callApi(laurel, 'POST', `/awards/${id}/correction`, {
      evidence: [{ class: 'on-wiki-page', url }],
    });
    const { batch } = (await made.json()) as { batch: string };
    const [row] = (await settledBatch(laurel, batch)).recipients;
    await session.post(`${new URL(row?.claim ?? '').pathname}/accept`);
    return row?.award ?? '';
  };

  const second = await corrected(award, 'https://meta.wikimedia.org/wiki/Event:One');

  const page = await (await session.get(own(second))).text();
  expect(page).toContain('The key');
  await hourly();
  expect(await isReminded()).toBe(false);
  expect((await thanks(second)).status).toBe(202);
  const third = await corrected(second, 'https://meta.wikimedia.org/wiki/Event:Two');
  await expectProblem(await thanks(third), { reason: 'hand_over_closed' });
});
