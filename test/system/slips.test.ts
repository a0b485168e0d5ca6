import { CATALOGUE } from '@laurel/catalogue/catalogue';
import { checkDigitOf } from '@laurel/core/slip-code';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { anAwardRequest, award, settledBatch } from '../support/awarding.ts';
import { type BrowserSession, browserSession, logIn } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { makeSheet, sheetAt, showSlip, slipFields } from '../support/slips.ts';
import { signedIn } from '../support/stored-sessions.ts';

const ORGANIZER = 'Nomvula of the Archive';

let laurel: Laurel;
let organizer: BrowserSession;
let slipsPath: string;
beforeAll(async () => {
  laurel = await startLaurel();
  organizer = await aMember(laurel, ORGANIZER, ['awarder', 'admin']);
  slipsPath = `/desk/issuers/${laurel.issuer}/slips`;
});
afterAll(() => laurel.stop());

const seconds = () => Math.floor(Date.now() / 1000);

async function textOf(session: BrowserSession, path: string): Promise<string> {
  const answer = await session.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
}

const confirm = (sheet: string, fields: readonly (readonly [string, string])[], by = organizer) =>
  by.post(`${sheet}/people`, fields);

const everybody = [['act', 'confirm_everybody']] as const;
const numbers = (act: string, ...these: readonly number[]) => [
  ['act', act] as const,
  ...these.map((number) => ['number', String(number)] as const),
];

const batchIn = (answer: Response) =>
  /\/batches\/(\w+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';

test('a slip goes from the paper to an award that its holder accepts', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const { codes } = await sheetAt(laurel, sheet);
  expect(codes).toHaveLength(12);
  expect(new Set(codes).size).toBe(12);
  const [code = ''] = codes;
  expect(code).toMatch(/^\d{13}$/);

  const person = browserSession(laurel);
  const typed = await person.post('/claim', { code: code.replace(/(...)/g, '$1 ') });
  expect(typed.headers.get('location')).toBe(`/claim/${code}`);
  const before = await textOf(person, `/claim/${code}`);
  expect(before).not.toContain('Demonstration');
  expect(before).not.toContain('Archive day');
  const back = await logIn(person, 'Ọlá of Ìbàdàn', `/claim/${code}`);
  expect(back.headers.get('location')).toBe(`/claim/${code}`);
  const offer = await textOf(person, `/claim/${code}`);
  expect(offer).toContain('Archive day in Łódź');
  expect(offer).toContain('Demonstration User Group');
  expect(offer).toContain('Ọlá of Ìbàdàn');
  expect((await sheetAt(laurel, sheet)).tally).toMatchObject({ blank: 12, presented: 0 });

  expect((await person.post(`/claim/${code}`)).status).toBe(303);
  expect(await textOf(person, `/claim/${code}`)).toContain('Waiting for the organizers');
  expect(await textOf(person, '/me')).toContain('waits for the organizers');
  const people = await textOf(organizer, sheet);
  expect(people).toContain('Ọlá of Ìbàdàn');
  expect(await awardsOf('Ọlá of Ìbàdàn')).toEqual([]);

  const batch = batchIn(await confirm(sheet, numbers('confirm', 1)));
  const report = await settledBatch(laurel, batch);
  expect(report.recipients).toMatchObject([{ username: 'Ọlá of Ìbàdàn', state: 'open' }]);
  expect(await textOf(organizer, `/desk/issuers/${laurel.issuer}/batches/${batch}`)).toContain(
    'Archive day in Łódź',
  );
  const claim = new URL(report.recipients[0]?.claim ?? '').pathname;
  const paper = await person.get(`/claim/${code}`);
  expect(paper.headers.get('location')).toBe(claim);
  expect(await textOf(person, claim)).toContain('2.5');
  expect((await person.post(`${claim}/accept`)).status).toBe(303);
  expect(await awardsOf('Ọlá of Ìbàdàn')).toMatchObject([
    { state: 'accepted', consent: 'ask', hours: 2.5, awarded_by: accountIdOf(ORGANIZER) },
  ]);
  expect(await accountsOfSlips(sheet)).toEqual([]);
});

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
  expect(await accountsOfSlips(sheet)).toEqual([]);
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

test('nobody confirms their own slip; another member does', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const { codes } = await sheetAt(laurel, sheet);
  const [own = '', others = ''] = codes;
  expect((await organizer.post(`/claim/${own}`)).status).toBe(303);
  expect(await textOf(organizer, sheet)).toContain('This is you');
  expect((await confirm(sheet, numbers('confirm', 1))).status).toBe(403);
  expect((await confirm(sheet, everybody)).status).toBe(403);
  await showSlip(laurel, 'Plain Guest', others);
  const both = await confirm(sheet, numbers('confirm', 1, 2));
  expect(both.status).toBe(403);
  expect(await both.text()).toMatch(/value="2" checked/);
  const report = await settledBatch(laurel, batchIn(await confirm(sheet, everybody)));
  expect(report.recipients.map(({ username }) => username)).toEqual(['Plain Guest']);
  expect((await sheetAt(laurel, sheet)).tally).toMatchObject({ presented: 1, confirmed: 1 });

  const colleague = await aMember(laurel, 'Colleague of Nomvula', ['awarder']);
  const byColleague = await confirm(sheet, numbers('confirm', 1), colleague);
  expect((await settledBatch(laurel, batchIn(byColleague))).recipients).toMatchObject([
    { username: ORGANIZER, state: 'open' },
  ]);
});

test('confirming twice, and from two places at once, awards everybody once', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const { codes } = await sheetAt(laurel, sheet);
  const guests = ['Ada', 'Bola', 'Chidi', 'Dayo', 'Efe', 'Femi'].map((name) => `${name} of Abuja`);
  for (const [at, name] of guests.entries()) await showSlip(laurel, name, codes[at] ?? '');
  const colleague = await aMember(laurel, 'Colleague of Nomvula', ['awarder']);

  // So that connections are open, and the first is not done before the second arrives.
  await Promise.all(Array.from({ length: 12 }, () => organizer.get(sheet)));
  const answers = await Promise.all(
    [organizer, colleague, organizer, colleague].flatMap((member) => [
      confirm(sheet, everybody, member),
      confirm(sheet, numbers('confirm', 1, 2, 3), member),
      confirm(sheet, numbers('confirm', 3, 4, 5), member),
    ]),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
  const batches = [...new Set(answers.map(batchIn))];
  const rows = (
    await Promise.all(batches.map(async (batch) => (await settledBatch(laurel, batch)).recipients))
  ).flat();
  expect(rows.map(({ username }) => username).sort()).toEqual(guests);
  expect(rows.map(({ state }) => state)).toEqual(guests.map(() => 'open'));
  expect((await sheetAt(laurel, sheet)).tally).toMatchObject({ presented: 0, confirmed: 6 });

  const again = await confirm(sheet, numbers('confirm', 1));
  expect(batches).toContain(batchIn(again));
  expect(batches).toContain(batchIn(await confirm(sheet, everybody)));
});

test('whoever has the award already is confirmed into a row that says so', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const [code = ''] = (await sheetAt(laurel, sheet)).codes;
  await award(laurel, anAwardRequest({ recipients: [{ username: 'Awarded Before' }] }));
  const person = await showSlip(laurel, 'Awarded Before', code);
  expect(await textOf(organizer, sheet)).toContain('Has this award for this period already');
  const report = await settledBatch(laurel, batchIn(await confirm(sheet, everybody)));
  expect(report.recipients).toMatchObject([
    { username: 'Awarded Before', state: 'refused', refusal: { reason: 'already_awarded' } },
  ]);
  expect((await person.get(`/claim/${code}`)).status).toBe(409);
});

test('refusing is kind, keeps the person from asking again, and is taken back', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const { codes } = await sheetAt(laurel, sheet);
  const [code = '', second = ''] = codes;
  const person = await showSlip(laurel, 'Unknown Face', code);
  expect((await confirm(sheet, numbers('refuse', 1))).status).toBe(303);
  const told = await textOf(person, `/claim/${code}`);
  expect(told).toContain('could not confirm this slip');
  expect(await textOf(person, '/me')).toContain('could not confirm it');
  expect((await person.post(`/claim/${second}`)).status).toBe(409);
  const nobody = await confirm(sheet, everybody);
  expect(nobody.status).toBe(409);
  expect(await textOf(organizer, `${sheet}?state=refused`)).toContain('Unknown Face');
  expect((await confirm(sheet, numbers('take_back', 1))).status).toBe(303);
  expect(await textOf(person, `/claim/${code}`)).toContain('Waiting for the organizers');
  const report = await settledBatch(laurel, batchIn(await confirm(sheet, everybody)));
  expect(report.recipients).toMatchObject([{ username: 'Unknown Face', state: 'open' }]);
});

test('a sheet that was lost is ended: its codes are dead, and who waits is erased', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const { codes } = await sheetAt(laurel, sheet);
  const [confirmed = '', waiting = '', blank = ''] = codes;
  await showSlip(laurel, 'Early Guest', confirmed);
  await settledBatch(laurel, batchIn(await confirm(sheet, everybody)));
  const person = await showSlip(laurel, 'Late Guest', waiting);
  expect((await organizer.post(`${sheet}/end`)).status).toBe(303);
  expect((await person.get(`/claim/${blank}`)).status).toBe(404);
  expect((await person.get(`/claim/${waiting}`)).status).toBe(404);
  expect(await textOf(person, '/me')).not.toContain('Slips that you have shown');
  expect(await accountsOfSlips(sheet)).toEqual([]);
  const page = await textOf(organizer, sheet);
  expect(page).toContain('is void and erased');
  expect(page).toContain('1 confirmed');
  for (const path of ['/print', '/people', '/end']) {
    const answer = await (path === '/print'
      ? organizer.get(sheet + path)
      : organizer.post(sheet + path, { act: 'confirm_everybody' }));
    expect(answer.status).toBe(410);
  }
});

test('a form that is refused keeps what was typed, in any digits', async () => {
  for (const [field, value] of Object.entries({
    size: '501',
    label: '',
    achievement: '',
    hours: 'many',
    end: '2026-01-01',
  })) {
    const refused = await organizer.post(slipsPath, slipFields({ label: 'Kept', [field]: value }));
    expect([field, refused.status]).toEqual([field, 422]);
    const page = await refused.text();
    expect(page).toContain(`href="#field-${field}"`);
    expect(page).toContain(value === '' ? 'value="12"' : `value="${value}"`);
  }
  const role = await organizer.post(
    slipsPath,
    slipFields({ achievement: 'role-community-trainer', start: '', end: '' }),
  );
  expect(role.status).toBe(422);
  const sheet = await makeSheet(laurel, organizer, { size: '٣' });
  expect((await sheetAt(laurel, sheet)).codes).toHaveLength(3);
});

test('sheets are listed, handed over, and leave their traces in the audit trail', async () => {
  const group = 'slip-group';
  const admin = await anotherIssuer(laurel, group, 'First of Slips');
  await laurel.stewardship.putAchievements(group, workshop());
  const leaver = await aMember(laurel, 'Leaver of Slips', ['awarder'], group);
  const made = await leaver.post(`/desk/issuers/${group}/slips`, slipFields({ label: 'Left day' }));
  const sheet = made.headers.get('location') ?? '';
  const code = await firstCode(leaver, sheet);
  await showSlip(laurel, 'Guest of Slips', code);
  expect(await textOf(leaver, `/desk/issuers/${group}/slips`)).toContain('1 person waits');

  const handed = await leaver.post(`/desk/issuers/${group}/members/handover`, {
    successor: 'Heir of Slips',
  });
  expect(handed.status).toBe(303);
  expect((await leaver.get(sheet)).status).toBe(404);
  const heir = await signedIn(laurel, 'Heir of Slips');
  expect(await textOf(heir, sheet)).toContain('Guest of Slips');
  expect((await confirm(sheet, numbers('refuse', 1), heir)).status).toBe(303);
  expect((await confirm(sheet, numbers('take_back', 1), heir)).status).toBe(303);
  expect((await confirm(sheet, everybody, heir)).status).toBe(303);
  expect((await heir.post(`${sheet}/end`)).status).toBe(303);
  const trail = await textOf(admin, `/desk/issuers/${group}/audit`);
  for (const act of [
    'Printed slips',
    'Refused a slip',
    'Took back refusing a slip',
    'Confirmed a slip',
    'Ended slips',
  ]) {
    expect(trail).toContain(act);
  }
});

test('strangers, members elsewhere and reviewers see no slips', async () => {
  const sheet = await makeSheet(laurel, organizer);
  const elsewhere = await anotherIssuer(laurel, 'slips-elsewhere', 'Member of Elsewhere');
  const reviewer = await aMember(laurel, 'Reviewer of Slips', ['reviewer']);
  const id = sheet.split('/').at(-1);
  for (const part of ['', '/print']) {
    expect((await elsewhere.get(sheet + part)).status).toBe(404);
    expect((await elsewhere.get(`/desk/issuers/slips-elsewhere/slips/${id}${part}`)).status).toBe(
      404,
    );
    expect((await reviewer.get(sheet + part)).status).toBe(403);
  }
  const foreign = `/desk/issuers/slips-elsewhere/slips/${id}/people`;
  expect((await elsewhere.post(foreign, { act: 'confirm_everybody' })).status).toBe(404);
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

/** A code that checks and that no sheet has, but once in a hundred million runs. */
function inventedCode(at: number): string {
  const digits = `00000000${String(at).padStart(4, '0')}`;
  return digits + checkDigitOf(digits);
}

async function firstCode(session: BrowserSession, sheet: string): Promise<string> {
  const page = await textOf(session, `${sheet}/print`);
  return (/(\d{3} \d{3} \d{3} \d{4})/.exec(page)?.[1] ?? '').replaceAll(' ', '');
}

function desk() {
  return laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
}

async function awardsOf(username: string) {
  const { results } = await (await desk())
    .prepare('select * from awards where account_id = ?')
    .bind(accountIdOf(username))
    .all();
  return results;
}

/** Account ids that slips of a sheet hold. */
async function accountsOfSlips(sheet: string) {
  const { results } = await (await desk())
    .prepare('select account_id from slips where sheet_id = ? and account_id is not null')
    .bind(sheet.split('/').at(-1))
    .all();
  return results;
}

/** What the passing of an hour is to somebody's wrong codes: their window ended a moment ago. */
async function passHour(username: string): Promise<void> {
  const moved = await (await desk())
    .prepare('update rate_limits set window_ends_at_seconds = ? where key like ?')
    .bind(seconds() - 1, `%${accountIdOf(username)}`)
    .run();
  expect(moved.meta.changes).toBe(1);
}

function workshop() {
  return CATALOGUE.achievements
    .filter(({ slug }) => slug === 'training-workshop-participation')
    .map(({ themes, skillIds, sourceLines, ...achievement }) => achievement);
}
