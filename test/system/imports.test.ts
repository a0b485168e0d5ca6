import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Endpoint, Fault } from '../../development/wikimedia/faults.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';

let laurel: Laurel;
let organizer: BrowserSession;
let imports: string;

beforeAll(async () => {
  laurel = await startLaurel();
  organizer = await aMember(laurel, 'Wanjiru of the Archive', ['awarder']);
  imports = `/desk/issuers/${laurel.issuer}/imports`;
});
afterAll(() => laurel.stop());

const COURSE = 'Invented_Library_Club/Reading_Aloud_(Spring)';

async function importAs(
  session: BrowserSession,
  way: 'events' | 'courses' | 'groups',
  fields: Readonly<Record<string, string>>,
) {
  return session.post(`${imports}/${way}`, fields);
}

/** The page of a list, once all of its names were looked up. */
async function lookedUp(sheet: string): Promise<string> {
  for (;;) {
    const page = await (await organizer.get(`${sheet.split('?')[0]}?pile=ready`)).text();
    if (!page.includes('<progress')) return page;
    await setTimeout(50);
  }
}

async function stored<Row>(query: string, ...values: readonly string[]): Promise<readonly Row[]> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const { results } = await store
    .prepare(query)
    .bind(...values)
    .all<Row>();
  return results;
}

async function storedSheet(location: string) {
  const id = new URL(location, laurel.origin).pathname.split('/').at(-1) ?? '';
  const [sheet] = await stored<
    Record<'source' | 'columns' | 'reading' | 'terms' | 'label', string>
  >('select source, columns, reading, terms, label from sheets where id = ?', id);
  const rows = await stored<{ cells: string; attended: number | null }>(
    'select cells, attended from sheet_rows where sheet_id = ? order by row_number',
    id,
  );
  if (sheet === undefined) throw new Error(`no sheet at ${location}`);
  return {
    label: sheet.label,
    source: JSON.parse(sheet.source),
    columns: JSON.parse(sheet.columns),
    reading: JSON.parse(sheet.reading),
    terms: JSON.parse(sheet.terms),
    cells: rows.map(({ cells }): unknown => JSON.parse(cells)),
    attended: new Set(rows.map(({ attended }) => attended)),
  };
}

/** What an import that was refused must leave as it was. */
async function everythingKept() {
  const [counts] = await stored<Record<string, number>>(
    `select (select count(*) from sheets) as sheets, (select count(*) from sheet_rows) as rows,
      (select count(*) from event_volunteers) as volunteers, (select count(*) from audit) as audit,
      (select count(*) from accounts) as accounts`,
  );
  return counts;
}

test('participants become a list on which nobody has attended yet, and private ones are nowhere', async () => {
  const address = `${laurel.standIn.url}/wiki/Special:EventDetails/42`;

  const answer = await importAs(organizer, 'events', { event: address, who: 'participants' });

  expect(answer.status).toBe(303);
  const location = answer.headers.get('location') ?? '';
  const sheet = await storedSheet(location);
  expect(sheet).toMatchObject({
    label: 'Library Evening',
    source: { kind: 'campaign_event', eventId: 42, who: 'participants', url: address },
    columns: ['User name', 'Registered on'],
    reading: { usernameColumn: 0, hoursColumn: null, attendance: { rule: 'by_hand' } },
    terms: { period: { start: '2026-02-14', end: '2026-02-15' } },
    attended: new Set([null]),
  });
  expect(sheet.cells).toHaveLength(43);
  expect(sheet.cells).toContainEqual(['سلمى القارئة', '2026-02-03']);
  expect(await (await organizer.get(location)).text()).toContain('2 people could not come along');
  const page = await lookedUp(location);
  expect(page).toContain('Ngozi Reads Aloud');
  expect(JSON.stringify(await stored('select * from sheet_rows'))).not.toMatch(/Quiet|Hidden/);
  expect(JSON.stringify(await stored('select * from accounts'))).not.toContain('Evening Guest');
});

test('organizers become a list of their own, with their roles', async () => {
  const answer = await importAs(organizer, 'events', { event: '48', who: 'organizers' });

  const sheet = await storedSheet(answer.headers.get('location') ?? '');
  expect(sheet.source).toMatchObject({ who: 'organizers' });
  expect(sheet.reading.attendance).toEqual({ rule: 'everyone' });
  expect(sheet.cells).toHaveLength(25);
  expect(sheet.cells.slice(0, 2)).toEqual([
    ['Organizer 1', 'creator'],
    ['Organizer 2', 'organizer'],
  ]);
});

test('a course comes with roles and the names of today, and nobody is taken to have attended', async () => {
  const answer = await importAs(organizer, 'courses', { course: COURSE });

  const sheet = await storedSheet(answer.headers.get('location') ?? '');
  expect(sheet).toMatchObject({
    label: 'Reading Aloud (Spring)',
    source: { kind: 'dashboard', course: COURSE },
    columns: ['User name', 'Role', 'Enrolled on'],
    reading: { attendance: { rule: 'by_hand' } },
    attended: new Set([null]),
  });
  expect(sheet.cells.slice(0, 4)).toEqual([
    ['Ngozi Reads Aloud', 'Facilitator', '2026-02-03'],
    ['Tiago do Arquivo', 'Online Volunteer', '2026-02-03'],
    ['नई मीरा', 'Editor', '2026-02-03'],
    ['Сова Бібліотечна', 'Editor', '2026-02-03'],
  ]);
  expect(sheet.cells).toHaveLength(24);
});

test('a global group comes with the end of each membership, in the reader’s words', async () => {
  const answer = await organizer.post(`${imports}/groups?uselang=ar`, {
    group: ' invented-helpers ',
  });

  expect(answer.status).toBe(303);
  const sheet = await storedSheet(answer.headers.get('location') ?? '');
  expect(sheet).toMatchObject({
    label: 'invented-helpers',
    source: { kind: 'global_group', group: 'invented-helpers' },
    columns: ['اسم المستخدم', 'عضو حتى'],
    reading: { attendance: { rule: 'everyone' } },
  });
  expect(sheet.cells).toContainEqual(['Ngozi Reads Aloud', '2027-03-31']);
  expect(sheet.cells).toContainEqual(['سلمى القارئة', 'بلا نهاية']);
  expect(sheet.cells).toHaveLength(62);
});

test('who organized or facilitated is remembered once, may be thanked, and participants are not', async () => {
  await importAs(organizer, 'events', { event: '42', who: 'participants' });
  await importAs(organizer, 'events', { event: '42', who: 'organizers' });
  await importAs(organizer, 'courses', { course: COURSE });

  const remembered = await stored(
    `select event, event_name, username from event_volunteers join accounts on id = account_id
      where issuer = ? and event in ('campaign-event:42', ?) order by event, username`,
    laurel.issuer,
    `dashboard:${COURSE}`,
  );

  expect(remembered).toEqual(
    [
      ['campaign-event:42', 'Library Evening', 'Ngozi Reads Aloud'],
      ['campaign-event:42', 'Library Evening', 'Tiago do Arquivo'],
      [`dashboard:${COURSE}`, 'Reading Aloud (Spring)', 'Ngozi Reads Aloud'],
      [`dashboard:${COURSE}`, 'Reading Aloud (Spring)', 'Tiago do Arquivo'],
    ].map(([event, event_name, username]) => ({ event, event_name, username })),
  );
  const unthanked = await organizer.get(`/desk/issuers/${laurel.issuer}/figures/unthanked`);
  expect(await unthanked.text()).toContain('Tiago do Arquivo');
});

test('two imports of one event at once make two lists and remember each helper once', async () => {
  const both = await Promise.all(
    [1, 2].map(() => importAs(organizer, 'events', { event: '48', who: 'organizers' })),
  );

  expect(both.map(({ status }) => status)).toEqual([303, 303]);
  expect(new Set(both.map((answer) => answer.headers.get('location'))).size).toBe(2);
  const remembered = await stored(
    'select account_id from event_volunteers where event = ?',
    'campaign-event:48',
  );
  expect(remembered).toHaveLength(25);
});

test('every import leaves one entry in the audit trail, without a name', async () => {
  const before = await stored("select id from audit where act = 'event_imported'");
  await importAs(organizer, 'groups', { group: 'invented-helpers' });

  const entries = await stored<Record<'subject' | 'details', string>>(
    "select subject, details from audit where act = 'event_imported' order by rowid",
  );

  expect(entries).toHaveLength(before.length + 1);
  expect(entries.at(-1)).toEqual({
    subject: 'global-group:invented-helpers',
    details: '{"people":62}',
  });
});

test('what an event is called cannot break out of a page', async () => {
  const answer = await importAs(organizer, 'events', { event: '45', who: 'participants' });

  expect(answer.status).toBe(303);
  const page = await (await organizer.get(`/desk/issuers/${laurel.issuer}/sheets`)).text();
  expect(page).not.toContain('<b>Bold');
  expect(page).toContain('&lt;b&gt;Bold &amp; Brave');
});

test.each([
  ['events', { event: '43', who: 'participants' }, 'This is a test event'],
  ['events', { event: '44', who: 'organizers' }, 'called off or deleted'],
  ['events', { event: '4444', who: 'participants' }, 'There is no such event'],
  ['events', { event: '46', who: 'participants' }, 'nobody to import'],
  ['events', { event: '47', who: 'participants' }, 'too long to import'],
  ['courses', { course: 'No_Such/Course' }, 'no such course'],
  ['courses', { course: 'Invented_Library_Club/Empty_(Autumn)' }, 'nobody to import'],
  ['groups', { group: 'no-such-group' }, 'no such global group'],
  ['groups', { group: 'invented-empty-group' }, 'nobody to import'],
] as const)('%s: %j is refused with its reason, and the form is kept', async (way, fields, why) => {
  const before = await everythingKept();

  const answer = await importAs(organizer, way, fields);

  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain(why);
  expect(page).toContain(`value="${Object.values(fields)[0]}"`);
  expect(page).toMatch(
    new RegExp(
      `value="${'who' in fields ? fields.who : 'participants'}"${'who' in fields ? ' checked' : ''}`,
    ),
  );
  expect(await everythingKept()).toEqual(before);
});

test.each([
  [
    'events',
    { event: 'https://elsewhere.example/wiki/Special:EventDetails/42', who: 'organizers' },
    'event',
  ],
  ['events', { event: '42', who: 'everybody' }, 'who'],
  ['courses', { course: '"><script>alert(1)' }, 'course'],
  ['courses', { course: 'https://elsewhere.example/courses/A/B' }, 'course'],
  ['groups', { group: '' }, 'group'],
] as const)(
  '%s: %j cannot be understood: the field says so, and nobody is called',
  async (way, fields, field) => {
    const called = laurel.standIn.requests.length;

    const answer = await importAs(organizer, way, fields);

    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(`href="#field-${field}"`);
    expect(page).toContain(`id="field-${field}-mistake"`);
    expect(page).not.toContain('<script>alert');
    expect(laurel.standIn.requests).toHaveLength(called);
  },
);

const FAILURES: readonly [
  string,
  'events' | 'courses' | 'groups',
  Endpoint,
  Omit<Fault, 'times'>,
  string,
][] = [
  [
    'too many requests for the event',
    'events',
    'events',
    { status: 429, retryAfterSeconds: 42 },
    '42',
  ],
  [
    'garbage in the middle of the list',
    'events',
    'events',
    { after: 4, status: 200, body: '[{' },
    '30',
  ],
  [
    'too many requests for the course',
    'courses',
    'dashboard',
    { status: 429, retryAfterSeconds: 9 },
    '9',
  ],
  ['half a course', 'courses', 'dashboard', { status: 200, body: '{"course":{"users":[' }, '30'],
  ['too many requests for the names', 'courses', 'api', { status: 429, retryAfterSeconds: 8 }, '8'],
  ['half of a group', 'groups', 'api', { after: 3, status: 500 }, '30'],
];

test.each(FAILURES)(
  '%s: refused with a time to wait, nothing half done, the form kept',
  async (_, way, endpoint, fault, seconds) => {
    const typed = {
      events: { event: '42', who: 'participants' },
      courses: { course: COURSE },
      groups: { group: 'invented-helpers' },
    };
    const before = await everythingKept();
    laurel.standIn.fail(endpoint, { times: 1, ...fault });

    const answer = await importAs(organizer, way, typed[way]);

    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe(seconds);
    expect(await answer.text()).toContain(`value="${Object.values(typed[way])[0]}"`);
    expect(await everythingKept()).toEqual(before);
  },
);

test('a member of another issuer gets what a stranger gets; a reviewer may not import', async () => {
  const stranger = await anotherIssuer(laurel, 'import-neighbours', 'Member Elsewhere');
  const nowhere = '/desk/issuers/no-such-issuer/imports';
  for (const path of ['', '/events', '/courses', '/groups']) {
    const ask = (session: BrowserSession, base: string) =>
      path === '' ? session.get(base) : session.post(`${base}${path}`, { event: '42' });
    const [ours, none] = [await ask(stranger, imports), await ask(stranger, nowhere)];
    expect([ours.status, none.status]).toEqual([404, 404]);
    expect((await ours.text()).replaceAll(laurel.issuer, 'x')).toBe(
      (await none.text()).replaceAll('no-such-issuer', 'x'),
    );
    const reviewer = await aMember(laurel, 'Only a Reviewer', ['reviewer']);
    expect((await ask(reviewer, imports)).status).toBe(403);
  }
});

test('a form of another site imports nothing, and other methods are refused', async () => {
  const before = await everythingKept();

  const crossed = await organizer.post(
    `${imports}/events`,
    { event: '42', who: 'participants' },
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  );

  expect(crossed.status).toBe(403);
  expect((await organizer.get(`${imports}/events`)).status).toBe(405);
  expect((await organizer.post(imports, {})).status).toBe(405);
  expect(await everythingKept()).toEqual(before);
});
