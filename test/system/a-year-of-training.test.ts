import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserSession } from '../support/browser-session.ts';
import { anAcceptedAward, makeCredential } from '../support/holding.ts';
import { aMember } from '../support/members.ts';
import { type MovedLaurel, startMovedLaurel } from '../support/moved-laurel.ts';
import { awardList, giveList, settled } from '../support/sheets.ts';
import { switchLink } from '../support/showing.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { letTrainersAward, TRAINING } from '../support/training.ts';

const DAY = 86_400;
const NAME = 'Wambui of Wajir';
const LINK = 'https://meta.wikimedia.org/wiki/What_I_learned';

let moved: MovedLaurel;
beforeAll(async () => {
  moved = await startMovedLaurel();
});
afterAll(() => moved.stop());

const dayIn = (days: number) =>
  new Date((moved.nowSeconds() + days * DAY) * 1000).toISOString().slice(0, 10);

const isReminded = async (session: BrowserSession) =>
  (await (await session.get('/me')).text()).includes('Put the reminder away');

/** What a partner is told of a credential. */
async function verdictOf(id: string): Promise<unknown> {
  const { url, origin } = moved.now();
  const answer = await fetch(`${url}/api/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `${origin}/c/${id}` }),
  });
  return Object(await answer.json()).verdict;
}

test('as a year passes, reminders come once, a trainer’s time ends, and what was signed stays valid', async () => {
  const laurel = moved.now();
  const admin = await aMember(laurel, 'Admin of Amboseli', ['admin', 'reviewer']);
  await letTrainersAward(laurel, admin, { months: '6' });
  const { award, session } = await anAcceptedAward(laurel, NAME, {
    achievement: TRAINING,
    shareOut: { until: dayIn(100), achievement: 'knowledge-documenter' },
  });
  const credential = await makeCredential(session, award);
  await switchLink(session, credential, 'on');
  const away = `/me/awards/${award}/share-out/reminder/end`;
  const desk = `/desk/issuers/${laurel.issuer}`;
  expect(await isReminded(session)).toBe(false);

  await moved.later(75 * DAY);
  let own = await signedIn(moved.now(), NAME);
  expect(await isReminded(own)).toBe(true);
  await own.post(away);
  expect(await isReminded(own)).toBe(false);
  const list = await giveList(moved.now(), own, 'Lina of Kano');
  await settled(own, list);
  await settled(own, await awardList(own, list));

  await moved.later(20 * DAY);
  own = await signedIn(moved.now(), NAME);
  expect(await isReminded(own)).toBe(true);

  await moved.later(20 * DAY);
  own = await signedIn(moved.now(), NAME);
  expect(await isReminded(own)).toBe(false);
  const given = await own.post(`/me/awards/${award}/share-out`, { url: LINK, language: 'sw' });
  expect(given.headers.get('location')).toContain('done=shared');
  const reviewer = await signedIn(moved.now(), 'Admin of Amboseli');
  expect((await reviewer.post(`${desk}/share-outs/${award}/award`)).status).toBe(303);
  expect((await own.get(`${desk}/sheets`)).status).toBe(200);

  await moved.later(50 * DAY);
  const soon = await signedIn(moved.now(), 'Admin of Amboseli');
  expect(await (await soon.get(desk)).text()).toContain('may award as a trainer until');

  await moved.later(30 * DAY);
  own = await signedIn(moved.now(), NAME);
  expect((await own.get(`${desk}/sheets`)).status).toBe(404);
  expect(await (await own.get(`/me/awards/${award}`)).text()).toContain(
    'You may not award by this training any more',
  );
  expect(await verdictOf(credential)).toBe('valid');
  await moved.later(170 * DAY);
  expect(await verdictOf(credential)).toBe('valid');
}, 240_000);
