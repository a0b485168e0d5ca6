import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { type BrowserSession, browserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import {
  accountsOfSlips,
  inventedCode,
  makeSheet,
  sheetAt,
  showSlip,
  textOf,
} from '../support/slips.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
let organizer: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  organizer = await aMember(laurel, 'Nomvula of the Archive', ['awarder']);
});
afterAll(() => laurel.stop());

test.each([
  ['Arabic-Indic', 0x660],
  ['Persian', 0x6f0],
  ['Devanagari', 0x966],
  ['Bengali', 0x9e6],
  ['Thai', 0xe50],
  ['Adlam', 0x1e950],
  ['full-width', 0xff10],
])('a code is typed in %s digits, in groups and with marks of direction', async (_, zero) => {
  const { codes } = await sheetAt(laurel, await makeSheet(laurel, organizer, { size: '1' }));
  const [code = ''] = codes;
  const digits = [...code].map((digit) => String.fromCodePoint(zero + Number(digit)));
  const typed = `\u200f${digits.slice(0, 6).join('')} - ${digits.slice(6).join('')}\u200e`;
  const person = browserSession(laurel);
  const answer = await person.post('/claim', { code: typed });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/claim/${code}`]);
  const opened = await person.get(`/claim/${encodeURIComponent(digits.join(''))}`);
  expect([opened.status, opened.headers.get('location')]).toEqual([303, `/claim/${code}`]);
});

test('a wrong digit is told before the login, with what was typed, and so is what is no code', async () => {
  const { codes } = await sheetAt(laurel, await makeSheet(laurel, organizer, { size: '1' }));
  const [code = ''] = codes;
  const typo = `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;
  const person = browserSession(laurel);
  const wrong = await person.post('/claim', { code: typo });
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  expect(page).toContain(`value="${typo}"`);
  expect(page).toContain('One of these digits is wrong');
  expect((await person.get(`/claim/${typo}`)).status).toBe(422);
  const short = await person.post('/claim', { code: '12 34' });
  expect(await short.text()).toContain('13 digits');
  expect((await person.get('/claim')).status).toBe(200);
  const long = await person.post('/claim', { code: `${laurel.origin}/claim/2Bf7KxQmNcRs9TvWy` });
  expect(long.headers.get('location')).toBe('/claim/2Bf7KxQmNcRs9TvWy');
});

test('before a login a blank, a used and an invented code look the same, and GET changes nothing', async () => {
  const sheet = await makeSheet(laurel, organizer, { size: '3' });
  const { codes } = await sheetAt(laurel, sheet);
  const [blank = '', used = ''] = codes;
  await showSlip(laurel, 'Früh Auf', used);
  const stranger = browserSession(laurel);
  const seen = async (code: string) => {
    const answer = await stranger.get(`/claim/${code}`);
    const grouped = code.replace(/^(...)(...)(...)/, '$1 $2 $3 ');
    const text = (await answer.text()).replaceAll(code, 'CODE').replaceAll(grouped, 'CODE');
    return { status: answer.status, cache: answer.headers.get('cache-control'), text };
  };
  const page = await seen(blank);
  expect(page.status).toBe(200);
  expect(page.cache).toContain('no-store');
  expect(await seen(used)).toEqual(page);
  expect(await seen(inventedCode(1))).toEqual(page);
  expect((await stranger.post(`/claim/${blank}`)).status).toBe(401);
  expect((await sheetAt(laurel, sheet)).tally).toMatchObject({ blank: 2, presented: 1 });
});

test('one slip stands for one person: shown twice, used by another, a second one of the same sheet', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const { codes } = await sheetAt(laurel, sheet);
  const [first = '', second = ''] = codes;
  const person = await showSlip(laurel, 'Zoë of Ghent', first);
  const again = await person.post(`/claim/${first}`);
  expect(again.headers.get('location')).toContain(`/claim/${first}`);
  const other = await person.post(`/claim/${second}`);
  expect(other.status).toBe(409);
  expect(await other.text()).toContain('slip number 1 of this event');
  const friend = await signedIn(laurel, 'Friend of Zoë');
  for (const used of [await friend.get(`/claim/${first}`), await friend.post(`/claim/${first}`)]) {
    expect(used.status).toBe(409);
    const text = await used.text();
    expect(text).toContain('used already');
    expect(text).not.toContain('Zoë of Ghent');
  }
  expect((await sheetAt(laurel, sheet)).tally).toMatchObject({ presented: 1, blank: 11 });
});

test('of two people with one slip at once, one has it', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const [code = ''] = (await sheetAt(laurel, sheet)).codes;
  const people = await Promise.all(
    ['One of Two', 'Two of Two', 'Three of Two'].map((name) => signedIn(laurel, name)),
  );
  const answers = await Promise.all(people.map((person) => person.post(`/claim/${code}`)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
  expect((await sheetAt(laurel, sheet)).tally.presented).toBe(1);
});

test('one person with many slips at once shows one', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const { codes } = await sheetAt(laurel, sheet);
  const person = await signedIn(laurel, 'Greedy of Nowhere');
  const answers = await Promise.all(codes.slice(0, 5).map((code) => person.post(`/claim/${code}`)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409]);
  expect((await sheetAt(laurel, sheet)).tally.presented).toBe(1);
});

test('a slip is taken back while it waits, and is blank again', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const [code = ''] = (await sheetAt(laurel, sheet)).codes;
  const person = await showSlip(laurel, 'Second Thoughts', code);
  const back = await person.post(`/claim/${code}/withdraw`);
  expect(back.headers.get('location')).toBe('/me?done=slip_taken_back');
  expect(await textOf(person, '/me?done=slip_taken_back')).toContain('You took your slip back');
  expect(await accountsOfSlips(laurel, sheet)).toEqual([]);
  expect((await person.post(`/claim/${code}/withdraw`)).status).toBe(409);
  await showSlip(laurel, 'Another Person', code);
  expect((await person.post(`/claim/${code}/withdraw`)).status).toBe(409);
  expect((await sheetAt(laurel, sheet)).tally.presented).toBe(1);
});

test('after ten wrong codes of an account even a right one is refused for the hour, not for others', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const { codes } = await sheetAt(laurel, sheet);
  const [code = '', other = '', shown = ''] = codes;
  const guesser = await showSlip(laurel, 'Guessing Guest', shown);
  for (let right = 0; right < 12; right += 1) {
    expect((await guesser.get(`/claim/${shown}`)).status).toBe(200);
  }
  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await (tries % 2 === 0
      ? guesser.get(`/claim/${inventedCode(tries)}`)
      : guesser.post(`/claim/${inventedCode(tries)}`));
    expect(answer.status).toBe(404);
  }
  for (const answer of [
    await guesser.get(`/claim/${inventedCode(11)}`),
    await guesser.get(`/claim/${code}`),
    await guesser.post(`/claim/${code}`),
  ]) {
    expect(answer.status).toBe(429);
    const wait = Number(answer.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(3_500);
    expect(wait).toBeLessThanOrEqual(3_600);
  }
  expect(await textOf(guesser, `/claim/${shown}`)).toContain('Waiting for the organizers');
  await showSlip(laurel, 'Patient Guest', other);

  await passHour('Guessing Guest');
  expect((await guesser.get(`/claim/${inventedCode(12)}`)).status).toBe(404);
  expect((await guesser.get(`/claim/${code}`)).status).toBe(409);
});

test('a hundred wrong codes at once are ten tries, and right ones cost nothing', async () => {
  const guesser = await signedIn(laurel, 'Hasty Guest');
  const { codes } = await sheetAt(laurel, await makeSheet(laurel, organizer, { size: '15' }));
  for (const code of codes) expect((await guesser.get(`/claim/${code}`)).status).toBe(200);
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, at) => guesser.post(`/claim/${inventedCode(at)}`)),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 404)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(90);
});

test('mistyped codes cost a try where somebody is signed in, by the form and by the address', async () => {
  const typist = await signedIn(laurel, 'Typing Guest');
  const [code = ''] = (await sheetAt(laurel, await makeSheet(laurel, organizer))).codes;
  const typo = `${code.slice(0, 12)}${(Number(code[12]) + 1) % 10}`;
  for (let tries = 0; tries < 5; tries += 1) {
    const typed = await typist.post('/claim', { code: typo });
    expect(typed.status).toBe(422);
    expect(await typed.text()).toContain(`value="${typo}"`);
    expect((await typist.get(`/claim/${typo}`)).status).toBe(404);
  }
  expect((await typist.post('/claim', { code: 'no code' })).status).toBe(422);
  expect((await typist.post('/claim', { code: typo })).status).toBe(429);
  expect((await typist.get(`/claim/${code}`)).status).toBe(429);
});

test('a form of another site shows no slip and takes none back', async () => {
  const [code = ''] = (await sheetAt(laurel, await makeSheet(laurel, organizer))).codes;
  const person = await signedIn(laurel, 'Lured Guest');
  const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  for (const path of ['/claim', `/claim/${code}`, `/claim/${code}/withdraw`]) {
    expect((await person.post(path, { code }, foreign)).status).toBe(403);
  }
  const by = async (method: string) => {
    const answer = await fetch(`${laurel.url}/claim/${code}`, { method });
    return [answer.status, answer.headers.get('allow')];
  };
  expect(await by('DELETE')).toEqual([405, 'GET, POST']);
  expect((await person.get(`/claim/${code}/withdraw`)).status).toBe(405);
});

/** What the passing of an hour is to somebody's wrong codes: their window ended a moment ago. */
async function passHour(username: string): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const moved = await store
    .prepare('update rate_limits set window_ends_at_seconds = ? where key = ?')
    .bind(Math.floor(Date.now() / 1000) - 1, `slip_code:${accountIdOf(username)}`)
    .run();
  expect(moved.meta.changes).toBe(1);
}
