import { addMonths, dayOf, secondsAt } from '@laurel/core/day';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAwardRequest, award } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { anAcceptedAward, makeCredential } from '../support/holding.ts';
import { type MovedLaurel, startMovedLaurel } from '../support/moved-laurel.ts';
import { switchLink } from '../support/showing.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

const DAY_SECONDS = 86_400;
const ROLE = 'role-campaign-coordinator';

let moved: MovedLaurel;
beforeAll(async () => {
  moved = await startMovedLaurel();
});
afterAll(() => moved.stop());

const today = () => dayOf(moved.nowSeconds());
const dayAfter = (day: string, days: number) => dayOf(secondsAt(day) + days * DAY_SECONDS);

/** A term of a year that began a month ago. */
function running() {
  const start = addMonths(today(), -1);
  return { start, end: dayAfter(addMonths(start, 12), -1) };
}

type Serving = {
  readonly name: string;
  readonly award: string;
  readonly session: BrowserSession;
  /** Of a credential whose link is on. */
  readonly page: string;
  readonly period: { readonly start: string; readonly end: string };
};

async function serving(name: string): Promise<Serving> {
  const laurel = moved.now();
  const period = running();
  const own = { achievement: ROLE, period, hours: undefined, evidence: [] };
  const { award, session } = await anAcceptedAward(laurel, name, own);
  return { name, award, session, page: await shownCredential(session, award), period };
}

async function shownCredential(session: BrowserSession, award: string): Promise<string> {
  const id = await makeCredential(session, award);
  await switchLink(session, id, 'on');
  return `${moved.now().url}/c/${id}`;
}

function step(session: BrowserSession, award: string, fields: Record<string, string>) {
  return session.post(`/me/awards/${award}/term`, fields);
}

/** What a partner is told of a role, by an address. */
async function roleAt(page: string) {
  const report = await verifyBy(moved.now(), { url: page });
  const { finding, result, detail } = checkIn(report, 'role') ?? {};
  return { verdict: report.verdict, finding, result, detail };
}

async function htmlOf(page: string): Promise<string> {
  return (await fetch(page, { headers: { accept: 'text/html' } })).text();
}

const yearOf = (day: string) => day.slice(0, 4);
const yearsOf = (start: string, end: string) =>
  yearOf(start) === yearOf(end) ? yearOf(start) : `${yearOf(start)}–${yearOf(end)}`;

test('a break is taken and ended in two taps, partners read “serving” unless its holder shows it, and nothing signed changes', async () => {
  const { award, session, page, period } = await serving('Rests of Kumasi');
  const signed = await (await fetch(`${page}.json`)).text();
  const sinceStart = `Serving since ${yearOf(period.start)}.`;
  const before = await htmlOf(page);
  expect(before).toContain(sinceStart);
  expect(await roleAt(page)).toEqual({
    verdict: 'valid',
    finding: 'serving',
    result: 'pass',
    detail: sinceStart,
  });

  const taken = await step(session, award, { step: 'take_break', until: '' });
  expect(taken.headers.get('location')).toContain('done=break_taken');
  const own = await (await session.get(`/me/awards/${award}`)).text();
  expect(own).toContain('You are on a break.');
  expect(own).toContain('Thank you for all that you gave.');
  expect(await htmlOf(page)).toBe(before);
  expect((await roleAt(page)).finding).toBe('serving');

  await step(session, award, { step: 'show' });
  expect((await roleAt(page)).finding).toBe('on_break');
  for (const of of [page, `${page}/embed`, `${page}/certificate`]) {
    expect(await htmlOf(of)).toContain('on a break for now');
  }
  await step(session, award, { step: 'keep_to_oneself' });
  expect(await htmlOf(page)).toBe(before);

  await step(session, award, { step: 'show' });
  const back = await step(session, award, { step: 'come_back' });
  expect(back.headers.get('location')).toContain('done=came_back');
  expect(await htmlOf(page)).toBe(before);
  expect(await (await fetch(`${page}.json`)).text()).toBe(signed);
});

test('who steps down reads “served” by its years alone, keeps every certificate, and can take one that signs the days served', async () => {
  const { award, session, page, period } = await serving('Leaves of Tamale');
  const old = await fetchJson(`${page}.json`);

  const done = await step(session, award, { step: 'step_down' });
  expect(done.headers.get('location')).toContain('done=stepped_down');
  const years = yearsOf(period.start, today());
  expect(await roleAt(page)).toEqual({
    verdict: 'valid',
    finding: 'served',
    result: 'pass',
    detail: `Served ${years}.`,
  });
  const html = await htmlOf(page);
  expect(html).toContain(`Served ${years}.`);
  expect(html).not.toMatch(/stepped down/i);
  // The planned end is signed, and not repeated beside it.
  expect(html).not.toContain(`datetime="${period.end}"`);
  const checked = await verifyByVc(old, strangersLoader(moved.now()));
  expect(checked).toMatchObject({ verified: true, statusResult: { verified: true } });

  const fresh = await shownCredential(session, award);
  const document = await fetchJson(`${fresh}.json`);
  expect(document.credentialSubject).toMatchObject({
    activityStartDate: `${period.start}T00:00:00Z`,
    activityEndDate: `${today()}T00:00:00Z`,
    result: [{ status: 'Completed' }],
    achievement: { resultDescription: [{ resultType: 'Status' }] },
  });
  expect(await verifyByVc(document, strangersLoader(moved.now()))).toMatchObject({
    verified: true,
  });
  expect((await roleAt(fresh)).detail).toBe(`Served ${years}.`);
  expect(await htmlOf(fresh)).toContain(`datetime="${today()}"`);

  await step(session, award, { step: 'show' });
  expect((await roleAt(page)).finding).toBe('stepped_down');
  await step(session, award, { step: 'keep_to_oneself' });
  expect((await roleAt(page)).finding).toBe('served');
  for (const fields of [{ step: 'come_back' }, { step: 'take_break', until: '' }]) {
    expect((await step(session, award, fields)).status).toBe(409);
  }
});

test('a form that cannot be taken is given back with what was wrong, and a stranger’s is none', async () => {
  const { award, session } = await serving('Mistakes of Wa');
  const past = await step(session, award, { step: 'take_break', until: dayAfter(today(), -1) });
  expect(past.status).toBe(422);
  const html = await past.text();
  expect(html).toContain('The break would end before it begins');
  expect(html).toContain(`value="${dayAfter(today(), -1)}"`);
  for (const fields of [{ step: 'take_break', until: '2026-02-30' }, { step: 'fly' }, {}]) {
    expect((await step(session, award, fields)).status).toBe(422);
  }
  expect((await session.get(`/me/awards/${award}/term`)).status).toBe(405);
  const stranger = await signedIn(moved.now(), 'Strange of Wa');
  expect((await step(stranger, award, { step: 'step_down' })).status).toBe(404);

  const later = { start: dayAfter(today(), 10), end: dayAfter(today(), 100) };
  const own = { achievement: ROLE, period: later, hours: undefined, evidence: [] };
  const early = await anAcceptedAward(moved.now(), 'Early of Wa', own);
  expect((await step(early.session, early.award, { step: 'step_down' })).status).toBe(409);
});

test('when a year has passed, terms have ended by themselves, and what was signed before still verifies', async () => {
  const stayed = await serving('Stays of Bolgatanga');
  const rested = await serving('Rested of Bolgatanga');
  const left = await serving('Left of Bolgatanga');
  const brief = await serving('Briefly of Bolgatanga');
  await step(rested.session, rested.award, { step: 'take_break', until: '', shows_break: 'yes' });
  await step(left.session, left.award, { step: 'step_down', shows_stepping_down: 'yes' });
  const until = dayAfter(today(), 10);
  await step(brief.session, brief.award, { step: 'take_break', until, shows_break: 'yes' });
  expect((await roleAt(rested.page)).finding).toBe('on_break');
  const leftOn = today();
  const files = await Promise.all(
    [stayed, rested, left, brief].map(({ page }) => fetchJson(`${page}.json`)),
  );

  await moved.later(20 * DAY_SECONDS);
  await moved.now().runtime.tick();
  expect((await roleAt(brief.page)).finding).toBe('serving');
  expect((await roleAt(rested.page)).finding).toBe('on_break');

  await moved.later(346 * DAY_SECONDS);
  await moved.now().runtime.tick();

  for (const { page, period } of [stayed, rested, brief]) {
    const { verdict, finding, detail } = await roleAt(page);
    expect({ verdict, finding }).toEqual({ verdict: 'valid', finding: 'served' });
    expect(detail).toBe(`Served ${yearsOf(period.start, period.end)}.`);
  }
  expect(await roleAt(left.page)).toMatchObject({ verdict: 'valid', finding: 'stepped_down' });
  const now = new Date(moved.nowSeconds() * 1000);
  for (const file of files) {
    const result = await verifyByVc(file, strangersLoader(moved.now()), now);
    expect(result.error).toBeUndefined();
    expect(result.verified).toBe(true);
    expect(await verifyBy(moved.now(), { credential: file })).toMatchObject({ verdict: 'valid' });
  }

  const session = await signedIn(moved.now(), stayed.name);
  const fresh = await fetchJson(`${await shownCredential(session, stayed.award)}.json`);
  expect(fresh.credentialSubject).toMatchObject({
    activityEndDate: `${stayed.period.end}T00:00:00Z`,
    result: [{ status: 'Completed' }],
  });
  const own = await (await session.get(`/me/awards/${stayed.award}`)).text();
  expect(own).toMatch(/You served from/);
  const { kept } = await endedOn(left.award);
  expect(kept).toBe(leftOn);
});

async function endedOn(id: string) {
  const store = await moved.now().runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const kept = await store
    .prepare('select term_ended_on from awards where id = ?')
    .bind(id)
    .first<string>('term_ended_on');
  return { kept };
}

test('a further term over the limit, an overlapping one and one that is too long are refused, each with what can be done', async () => {
  const name = 'Again of Cape Coast';
  const year = (from: number) => ({ start: `${from}-01-01`, end: `${from}-12-31` });
  const give = async (period: { start: string; end: string }) => {
    const change = { achievement: ROLE, hours: undefined, evidence: [], consent: 'ask' };
    const recipients = [{ username: name }];
    const report = await award(moved.now(), anAwardRequest({ ...change, period, recipients }));
    return report.recipients[0];
  };
  expect((await give(year(2021)))?.state).toBe('open');
  expect((await give(year(2022)))?.state).toBe('open');
  expect(await give(year(2022))).toMatchObject({ refusal: { reason: 'already_awarded' } });
  expect((await give(year(2023)))?.refusal).toMatchObject({
    reason: 'terms_in_a_row',
    most: 2,
    from: '2024-01-01',
    explanation: expect.stringContaining('more than 2 terms in a row'),
  });
  const overlapping = { start: '2022-12-31', end: '2023-06-30' };
  expect((await give(overlapping))?.refusal).toMatchObject({
    reason: 'term_overlaps',
    start: '2022-01-01',
    end: '2022-12-31',
  });
  expect((await give({ start: '2030-01-01', end: '2031-01-02' }))?.refusal).toMatchObject({
    reason: 'term_too_long',
    mostMonths: 12,
  });
  expect((await give(year(2024)))?.state).toBe('open');

  const twice = await Promise.all([give(year(2018)), give(year(2019)), give(year(2017))]);
  const made = twice.filter((one) => one?.state === 'open');
  expect(made).toHaveLength(2);
});
