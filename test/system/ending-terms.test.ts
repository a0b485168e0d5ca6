import { addMonths, dayOf, secondsAt } from '@laurel/core/day';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAwardRequest, award } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { callApi } from '../support/desk-calls.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { aMember } from '../support/members.ts';
import { type MovedLaurel, startMovedLaurel } from '../support/moved-laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { signedIn } from '../support/stored-sessions.ts';

const DAY_SECONDS = 86_400;
const ROLE = 'role-liaison';

let moved: MovedLaurel;
beforeAll(async () => {
  moved = await startMovedLaurel();
});
afterAll(() => moved.stop());

const today = () => dayOf(moved.nowSeconds());
const dayAfter = (day: string, days: number) => dayOf(secondsAt(day) + days * DAY_SECONDS);
const desk = (path: string) => `/desk/issuers/${moved.now().issuer}${path}`;

/** Somebody in a role whose year ends after so many days. */
async function servingUntil(name: string, days: number) {
  const end = dayAfter(today(), days);
  const period = { start: dayAfter(addMonths(end, -12), 1), end };
  const own = { achievement: ROLE, period, hours: undefined, evidence: [] };
  return { ...(await anAcceptedAward(moved.now(), name, own)), end };
}

/** What the desk does each minute and each hour. */
async function ticks(): Promise<void> {
  await moved.now().runtime.tick();
  const worker = await moved.now().runtime.miniflare.getWorker('laurel-desk');
  const { outcome } = await worker.scheduled({ cron: '17 * * * *', scheduledTime: new Date() });
  expect(outcome).toBe('ok');
}

async function textOf(session: BrowserSession, path: string): Promise<string> {
  return (await session.get(path)).text();
}

const handOver = (id: string) => `/me/awards/${id}/hand-over`;

test('a whole hand-over, ticked by both sides, is thanked by a reviewer with an award, once', async () => {
  const admin = await aMember(moved.now(), 'Admin of Sekondi', ['admin']);
  const reviewer = await aMember(moved.now(), 'Reviewer of Sekondi', ['reviewer']);
  const leaving = desk(`/achievements/${ROLE}/leaving`);
  const words = 'Thank you for every letter that you answered.';
  const set = await admin.post(leaving, {
    language_1: 'en',
    thanks_1: words,
    items_1: 'Keys of the room\nList of contacts',
    language_2: 'ar',
    thanks_2: '',
    items_2: 'مفاتيح الغرفة\nقائمة جهات الاتصال',
  });
  expect(set.headers.get('location')).toContain('done=set');
  expect(await textOf(admin, leaving)).toContain('List of contacts');
  const wrong = { language_1: 'en', items_1: 'a\nb', language_2: 'fr', items_2: 'c' };
  expect((await admin.post(leaving, wrong)).status).toBe(422);

  const { award: id, session } = await servingUntil('Hands Over of Sekondi', 200);
  await session.post(`/me/awards/${id}/term`, { step: 'step_down' });
  expect(await textOf(session, `/me/awards/${id}`)).toContain(words);
  expect(await textOf(session, `${handOver(id)}?uselang=ar`)).toContain('بدء التسليم');
  await session.post(handOver(id));
  await session.post(handOver(id));
  await session.post(`${handOver(id)}/items`, { text: 'The blue folder' });
  const page = await textOf(session, `${handOver(id)}?uselang=ar`);
  expect(page).toContain('قائمة جهات الاتصال');
  expect(page).toContain('The blue folder');

  const side = desk(`/awards/${id}/hand-over`);
  for (const place of [0, 1, 2]) {
    await session.post(`${handOver(id)}/items/${place}`, { done: 'yes' });
    if (place < 2) await reviewer.post(`${side}/items/${place}`, { done: 'yes' });
  }
  expect((await reviewer.post(`${side}/thanks`)).status).toBe(409);
  await reviewer.post(`${side}/items/2`, { done: 'yes' });
  expect(await textOf(reviewer, desk(''))).toContain('1 hand-over is whole');
  expect((await admin.post(`${side}/thanks`)).status).toBe(403);
  expect((await reviewer.post(`${side}/thanks`)).status).toBe(303);
  await reviewer.post(`${side}/thanks`);
  await moved.now().runtime.tick();
  const told = await (await callApi(moved.now(), 'GET', `/awards/${id}/hand-over`)).json();
  expect(told).toMatchObject({ whole: true, thankedOn: today() });
  const mine = await textOf(session, '/me');
  expect(mine.match(/Graceful hand-?over/gi)?.length).toBeGreaterThan(0);
  expect(await awardsOf('graceful-handover')).toBe(1);
  const after = await session.post(`${handOver(id)}/items/0`, { done: 'no' });
  expect(after.status).toBe(409);
});

async function awardsOf(slug: string): Promise<number | null> {
  const store = await moved.now().runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  return store
    .prepare('select count(*) as count from awards where achievement_slug = ?')
    .bind(slug)
    .first<number>('count');
}

test('nobody ticks the other side of their own hand-over, and a stranger sees none of it', async () => {
  const { award: id, session } = await servingUntil('Reviewer of Axim', 200);
  await session.post(handOver(id));
  await session.post(`${handOver(id)}/items`, { text: 'The stamp' });
  const member = await aMember(moved.now(), 'Reviewer of Axim', ['reviewer']);
  const own = await member.post(desk(`/awards/${id}/hand-over/items/0`), { done: 'yes' });
  expect(own.status).toBe(403);
  const stranger = await signedIn(moved.now(), 'Stranger of Axim');
  expect((await stranger.get(handOver(id))).status).toBe(404);
  expect((await stranger.post(`${handOver(id)}/items`, { text: 'x' })).status).toBe(404);
  const unknown = await callApi(moved.now(), 'GET', '/awards/nothing/hand-over');
  await expectProblem(unknown, { reason: 'award_unknown' });
  const { award: other } = await servingUntil('Not Begun of Axim', 200);
  const none = await callApi(moved.now(), 'GET', `/awards/${other}/hand-over`);
  await expectProblem(none, { reason: 'hand_over_unknown' });
});

test('an end is reminded of 90 and 30 days before, once each, to its holder and to admins, and calendars name nobody', async () => {
  const name = 'Reminded of Elmina';
  const { award: id, session, end } = await servingUntil(name, 100);
  await ticks();
  expect(await textOf(session, '/me')).not.toContain('Needs you');
  const own = await calendarOf(session, '/me/calendar');
  const text = await own.text();
  expect(own.headers.get('content-type')).toContain('text/calendar');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain(`DTSTART;VALUE=DATE:${end.replaceAll('-', '')}\r\n`);
  expect(text.split('BEGIN:VEVENT').length - 1).toBe(3);
  expect(text).not.toContain('Elmina');
  expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(
    true,
  );

  await moved.later(11 * DAY_SECONDS);
  await ticks();
  await ticks();
  const holder = await signedIn(moved.now(), name);
  const admin = await aMember(moved.now(), 'Admin of Elmina', ['admin']);
  expect(await textOf(holder, '/me')).toContain('Needs you');
  expect(await textOf(admin, desk(''))).toMatch(/\d+ terms? ends? soon/);
  await holder.post(`/me/awards/${id}/reminders`);
  await admin.post(desk(`/terms/${id}/reminders`));
  await ticks();
  expect(await textOf(holder, '/me')).not.toContain('Needs you');
  expect(await remindersOf(id)).toBe(2);

  await moved.later(60 * DAY_SECONDS);
  await ticks();
  const again = await signedIn(moved.now(), name);
  expect(await textOf(again, '/me')).toContain('Needs you');
  expect(await remindersOf(id)).toBe(4);
  const listed = await (
    await callApi(moved.now(), 'GET', `/issuers/${moved.now().issuer}/terms`)
  ).json();
  expect(JSON.stringify(listed)).toContain('"reminder":30');

  await moved.later(31 * DAY_SECONDS);
  await ticks();
  const over = await signedIn(moved.now(), name);
  expect(await textOf(over, '/me')).not.toContain('Needs you');
  expect(await remindersOf(id)).toBe(0);
});

async function remindersOf(id: string): Promise<number | null> {
  const store = await moved.now().runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  return store
    .prepare('select count(*) as count from term_reminders where award_id = ?')
    .bind(id)
    .first<number>('count');
}

/** Makes an address on a page, and fetches what is there without a login. */
async function calendarOf(session: BrowserSession, path: string): Promise<Response> {
  const made = await (await session.post(path)).text();
  const [, address = ''] = />\s*(http[^<]+\.ics[^<]*)</.exec(made) ?? [];
  return fetch(address.replace(moved.now().origin, moved.now().url));
}

test('a calendar’s address is good until it is made anew or switched off, and for members as long as they are some', async () => {
  const laurel = moved.now();
  await award(
    laurel,
    anAwardRequest({ consent: 'ask', recipients: [{ username: 'Nothing of Keta' }] }),
  );
  const reader = await aMember(laurel, 'Reads in Keta', ['reviewer']);
  const made = await (await reader.post(desk('/terms/calendar'))).text();
  const [, address = ''] = />\s*(http[^<]+\.ics[^<]*)</.exec(made) ?? [];
  expect((await fetch(address)).status).toBe(200);
  expect(await textOf(reader, desk('/terms/calendar'))).not.toContain('.ics');
  await reader.post(desk('/terms/calendar'));
  expect((await fetch(address)).status).toBe(404);
  const fresh = await callApi(laurel, 'POST', `/issuers/${laurel.issuer}/terms/calendar`);
  const { url } = (await fresh.json()) as { url: string };
  expect((await fetch(url)).status).toBe(200);
  const ended = await callApi(laurel, 'DELETE', `/issuers/${laurel.issuer}/terms/calendar`);
  expect(ended.status).toBe(204);
  expect((await fetch(url)).status).toBe(404);
  expect((await fetch(`${laurel.url}/calendar/guessed.ics`)).status).toBe(404);
});
