import { CATALOGUE } from '@laurel/catalogue/catalogue';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { anAwardRequest, award, settledBatch } from '../support/awarding.ts';
import { type BrowserSession, browserSession, logIn } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import {
  accountsOfSlips,
  makeSheet,
  sheetAt,
  showSlip,
  slipFields,
  textOf,
} from '../support/slips.ts';
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
  expect(await accountsOfSlips(laurel, sheet)).toEqual([]);
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
  expect(await accountsOfSlips(laurel, sheet)).toEqual([]);
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
    account: accountIdOf('Heir of Slips'),
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

function workshop() {
  return CATALOGUE.achievements
    .filter(({ slug }) => slug === 'training-workshop-participation')
    .map(({ themes, skillIds, sourceLines, ...achievement }) => achievement);
}
