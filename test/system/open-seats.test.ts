import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { anAwardRequest, award } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { callApi, privateStore } from '../support/desk-calls.ts';
import { anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import { signedIn } from '../support/stored-sessions.ts';

const DAY = 86_400_000;
const NAMES = ['Ngozi of Enugu', 'Bilal of Fes', 'Marisol of Cusco', 'Tadesse of Gondar'] as const;

let laurel: Laurel;
let admin: BrowserSession;
let desk: string;
let page: string;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, 'Admin of the Seats', ['admin', 'reviewer']);
  desk = `/desk/issuers/${laurel.issuer}/seats`;
  page = `${laurel.url}/issuers/${laurel.issuer}/seats`;
  const [ngozi, bilal, marisol, tadesse] = NAMES;
  await term(ngozi, 'role-mentor', -300, 40);
  await term(bilal, 'role-mentor', -300, 40);
  await term(marisol, 'role-liaison', -300, 40);
  await term(marisol, 'role-liaison', 41, 400);
  await term(tadesse, 'role-facilitator', -300, 120);
  await term(tadesse, 'event-support', -3, 40);
});
afterAll(() => laurel.stop());

function dayAt(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

const roleTerm = (achievement: string, from: number, to: number) => ({
  achievement,
  period: { start: dayAt(from), end: dayAt(to) },
  hours: undefined,
  evidence: [],
});

async function term(username: string, achievement: string, from: number, to: number) {
  const recipients = [{ username }];
  await award(laurel, anAwardRequest({ recipients, ...roleTerm(achievement, from, to) }));
}

async function hourly(): Promise<void> {
  const worker = await laurel.runtime.miniflare.getWorker('laurel-desk');
  const { outcome } = await worker.scheduled({ cron: '17 * * * *', scheduledTime: new Date() });
  expect(outcome).toBe('ok');
}

const lastOfMonth = (day: string) => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** A strict parser's elements of a feed, each with its text. */
function elementsOf(xml: string): readonly (readonly [name: string, text: string])[] {
  const open: [string, string][] = [];
  const found: [string, string][] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri }) => {
    expect(uri).toBe('http://www.w3.org/2005/Atom');
    open.push([local, '']);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last !== undefined) last[1] += text;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) found.push(closed);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

test('members see which roles end soon, without names, next terms and what is no role', async () => {
  const told = await callApi(laurel, 'GET', `/issuers/${laurel.issuer}/seats`);

  expect(await told.json()).toEqual({
    public: false,
    seats: [{ achievement: 'role-mentor', endsBy: lastOfMonth(dayAt(40)), seats: 2 }],
  });
  const html = await (await admin.get(desk)).text();
  expect(html).toContain('2 terms end by');
  for (const name of NAMES) expect(html).not.toContain(name);
});

test('nobody else sees them until the issuer wishes it', async () => {
  for (const ending of ['', '.atom']) {
    const hidden = await fetch(`${page}${ending}`, { headers: { accept: 'application/json' } });
    await expectProblem(hidden, { reason: 'page_unknown' });
  }
  expect(await (await fetch(`${laurel.url}/issuers/${laurel.issuer}`)).text()).not.toContain(
    '/seats',
  );
  const reviewer = await aMember(laurel, 'Reviewer of the Seats', ['reviewer']);
  expect((await reviewer.post(desk, { public: 'yes' })).status).toBe(403);
  await hourly();
  expect((await fetch(page)).status).toBe(404);
});

test('switched on, everybody sees them on a page and in a feed that a strict parser reads', async () => {
  expect((await admin.post(desk, { public: 'yes' })).status).toBe(303);

  const html = await (await fetch(page)).text();
  expect(html).toContain('2 terms end by');
  expect(html).toContain('type="application/atom+xml"');
  const feed = await fetch(`${page}.atom`);
  expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const xml = await feed.text();
  const elements = elementsOf(xml);
  const texts = (name: string) => elements.filter(([is]) => is === name).map(([, text]) => text);
  expect(texts('entry')).toHaveLength(1);
  expect(texts('id')).toContain(`${laurel.origin}/issuers/${laurel.issuer}/seats`);
  expect(new Set(texts('id')).size).toBe(2);
  expect(texts('summary')[0]).toMatch(/^2 terms end by /);
  for (const moment of texts('updated')) expect(Number.isNaN(Date.parse(moment))).toBe(false);
  for (const name of NAMES) expect(html + xml).not.toContain(name);
  const etag = feed.headers.get('etag') ?? '';
  const again = await fetch(`${page}.atom`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  const arabic = await fetch(`${page}.atom`, { headers: { 'accept-language': 'ar' } });
  expect(
    elementsOf(await arabic.text())
      .flat()
      .join(),
  ).toContain('أدوار تنتهي قريبًا');
  expect(await (await fetch(`${laurel.url}/issuers/${laurel.issuer}`)).text()).toContain('/seats');
});

test('the hour brings what has changed, and what has not keeps its moment', async () => {
  const before = elementsOf(await (await fetch(`${page}.atom`)).text());
  await hourly();
  expect(elementsOf(await (await fetch(`${page}.atom`)).text())).toEqual(before);
  const [ngozi] = NAMES;
  await term(ngozi, 'role-mentor', 41, 400);

  await hourly();

  expect(await (await fetch(page)).text()).toContain('One term ends by');
  const trail = await (await admin.get(`/desk/issuers/${laurel.issuer}/audit`)).text();
  expect(trail).toContain('Had everybody told which roles end soon');
});

test('whoever declines a next term is told to nobody: until it would have lapsed it reads like one that is open', async () => {
  const { claim } = await anOffer(laurel, NAMES[1], roleTerm('role-mentor', 41, 400));
  const whatIsTold = async () => {
    await hourly();
    const members = await callApi(laurel, 'GET', `/issuers/${laurel.issuer}/seats`);
    return [await members.json(), elementsOf(await (await fetch(`${page}.atom`)).text())];
  };
  const open = await whatIsTold();
  expect(open[0]).toMatchObject({ seats: [] });

  const bilal = await signedIn(laurel, NAMES[1]);
  expect((await bilal.post(`${claim}/decline`)).status).toBe(303);

  expect(await whatIsTold()).toEqual(open);
});

test('names and texts that look like markup are text in the feed', async () => {
  await laurel.stewardship.establishIssuer({
    slug: laurel.issuer,
    names: { en: 'A & B <i>"C"</i>' },
    descriptions: { en: 'x' },
    kind: 'community',
    demonstration: true,
    vouch: null,
  });

  const elements = elementsOf(await (await fetch(`${page}.atom`)).text());

  expect(elements).toContainEqual(['name', 'A & B <i>"C"</i>']);
});

test('switched off by the API, page and feed are gone at once', async () => {
  const path = `/issuers/${laurel.issuer}/seats`;
  const mayNot = await callApi(laurel, 'PUT', path, { public: false });
  await expectProblem(mayNot, { reason: 'token_scope_missing' });
  const ending = Math.floor(Date.now() / 1000) + 3_600;
  const admin = accountIdOf('Admin of the Seats');
  const token = await laurel.stewardship.makeToken(laurel.issuer, admin, ['issuer:write'], ending);
  const wrong = await callApi(laurel, 'PUT', path, { public: 'no' }, token);
  await expectProblem(wrong, { reason: 'request_invalid' });

  const { status } = await callApi(laurel, 'PUT', path, { public: false }, token);

  expect(status).toBe(204);

  expect((await fetch(page)).status).toBe(404);
  expect((await fetch(`${page}.atom`)).status).toBe(404);
  const store = await privateStore(laurel);
  expect(await store.prepare('select count(*) as size from seat_feeds').first('size')).toBe(0);
});
