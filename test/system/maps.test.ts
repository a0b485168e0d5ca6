import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserSession } from '../support/browser-session.ts';
import { auditedActs, callApi, callAs, privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import {
  aDrawnMap,
  aMap,
  aMapContent,
  aStep,
  drawMap,
  publishMap,
  readMap,
} from '../support/maps.ts';
import { aMember, anotherIssuer } from '../support/members.ts';

let laurel: Laurel;
let admin: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, 'Draws in Jos', ['admin']);
});
afterAll(() => laurel.stop());

const jsonOf = async (answer: Response) => Object(await answer.json());
const drawn = async (slug: string) => jsonOf(await callAs(laurel, admin, 'GET', pathOf(slug)));
const pathOf = (slug: string, part = '') => `/issuers/${laurel.issuer}/maps/${slug}${part}`;

test('nobody else reads a map before it is published, and then in their own language', async () => {
  const slug = await aDrawnMap(laurel, admin);
  const address = `${laurel.url}${pathOf(slug)}`;
  expect((await fetch(address, { headers: { accept: 'text/html' } })).status).toBe(404);

  await publishMap(laurel, admin, slug);

  const english = await readMap(laurel, slug);
  expect(english).toContain('Ways to help in Jos');
  expect(english).toContain('Come and watch first.');
  expect(english).toContain('href="#step-newcomer-support"');
  const arabic = await readMap(laurel, slug, 'ar');
  expect(arabic).toContain('<html lang="ar" dir="rtl">');
  expect(arabic).toContain('<span lang="ar" dir="rtl">التعليم</span>');
  // What is not translated is shown in the language that it is in.
  expect(arabic).toContain('<p lang="en" dir="ltr">Come and watch first.</p>');
  const issuers = await fetch(`${laurel.url}/issuers/${laurel.issuer}`, {
    headers: { accept: 'text/html' },
  });
  expect(await issuers.text()).toContain(pathOf(slug));
  expect(await auditedActs(laurel, slug)).toEqual(['map_published']);
});

test('a map is JSON too, in every language, and is not sent twice to who has it', async () => {
  const slug = await aMap(laurel, admin, {
    milestone: { achievement: 'event-organizer', steps: ['newcomer-support'] },
  });
  const address = `${laurel.url}${pathOf(slug)}`;
  const json = await fetch(address, { headers: { accept: 'application/json' } });
  const map = await jsonOf(json);
  expect(map).toMatchObject({
    id: `${laurel.origin}${pathOf(slug)}`,
    title: { en: 'Ways to help in Jos', ar: 'طرق للمساعدة في جوس' },
    retired: false,
    lanes: [{ title: { en: 'Teaching' }, steps: [{ retired: false }, {}] }, {}],
  });
  const [teaching, welcoming] = map.lanes;
  expect(teaching.steps[0].leadsTo).toEqual([welcoming.steps[0].achievement]);
  expect(map.milestone.takes).toEqual([welcoming.steps[0].achievement]);
  const headers = { accept: 'text/html', 'accept-language': 'ar' };
  const page = await fetch(address, { headers });
  const etag = page.headers.get('etag') ?? '';
  expect(page.headers.get('cache-control')).toContain('public');
  const again = await fetch(address, { headers: { ...headers, 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

test('what is changed is read once it is published again; it can be taken back before', async () => {
  const slug = await aMap(laurel, admin);
  await drawMap(laurel, admin, slug, aMapContent({ title: { en: 'Another title' } }));
  expect(await readMap(laurel, slug)).not.toContain('Another title');
  const { revision } = await drawn(slug);
  const back = await callAs(laurel, admin, 'DELETE', `${pathOf(slug)}?revision=${revision}`);
  expect(back.status).toBe(204);
  const now = await drawn(slug);
  expect(now.draft).toEqual(now.published);
  const publish = { revision: now.revision };
  const unchanged = await callAs(laurel, admin, 'POST', pathOf(slug, '/publish'), publish);
  expect(unchanged.status).toBe(409);

  await drawMap(laurel, admin, slug, aMapContent({ title: { en: 'A third title' } }));
  await publishMap(laurel, admin, slug);

  expect(await readMap(laurel, slug)).toContain('A third title');
});

test('of two who draw at once one is told, and the map is one of theirs', async () => {
  const slug = await aDrawnMap(laurel, admin);
  const other = await aMember(laurel, 'Draws too in Jos', ['admin']);
  const { revision } = await drawn(slug);
  const put = (session: BrowserSession, title: string) =>
    callAs(laurel, session, 'PUT', pathOf(slug), {
      revision,
      map: aMapContent({ title: { en: title } }),
    });

  const answers = await Promise.all([put(admin, 'Of one'), put(other, 'Of the other')]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [refused] = answers.filter(({ status }) => status === 409);
  expect(await refused?.json()).toMatchObject({ type: `${laurel.origin}/problems/draft_changed` });
  const { draft } = await drawn(slug);
  const won = answers[0]?.status === 200 ? 'Of one' : 'Of the other';
  expect(draft.title).toEqual({ en: won });
});

test('a map with a circle is fine, as nothing on it is locked', async () => {
  const slug = await aMap(laurel, admin, {
    lanes: [
      {
        title: { en: 'Round' },
        steps: [
          aStep('newcomer-support', { next: ['resource-translator'] }),
          aStep('resource-translator', { next: ['newcomer-support'] }),
        ],
      },
    ],
  });
  const page = await readMap(laurel, slug);
  expect(page.match(/href="#step-/g)).toHaveLength(2);
});

test.each([
  ['500 steps', { lanes: [lane(Array.from({ length: 500 }, (_, at) => aStep(`step-${at}`)))] }, ''],
  ['a ninth lane', { lanes: Array.from({ length: 9 }, () => lane([])) }, '/lanes'],
  ['sixty-one steps in two lanes', { lanes: [lane(many(31, 'a')), lane(many(30, 'b'))] }, '/lanes'],
  ['a step twice', { lanes: [lane([aStep('newcomer-support'), aStep('newcomer-support')])] }, ''],
  ['a step that leads to itself', leadingTo('newcomer-support'), '/lanes/0/steps/0/next/0'],
  ['a step that leads away', leadingTo('event-organizer'), '/lanes/0/steps/0/next/0'],
  ['an unknown achievement', { lanes: [lane([aStep('made-up')])] }, '/lanes/0/steps/0/achievement'],
  ['an unknown issuer', { lanes: [lane([aStep('nobody/x')])] }, '/lanes/0/steps/0/achievement'],
  ['a text that turns others', { title: { en: 'x \u202e y' } }, '/title/en'],
  ['a milestone of others', milestone('nobody-s'), '/milestone/achievement'],
  ['a milestone of no step', milestone('event-organizer', ['made-up']), '/milestone/steps/0'],
  ['too long a hint', { lanes: [lane([hinted('x'.repeat(161))])] }, '/lanes/0/steps/0/hint/en'],
  ['no language', { sourceLanguage: 'not a tag' }, '/sourceLanguage'],
])('%s is refused', async (_, change, pointer) => {
  const slug = await aDrawnMap(laurel, admin);
  const { revision } = await drawn(slug);
  const map = { ...aMapContent(), ...change };
  const put = await callAs(laurel, admin, 'PUT', pathOf(slug), { revision, map });
  expect(put.status).toBe(422);
  const { issues } = await jsonOf(put);
  expect(issues.some((one: { pointer: string }) => one.pointer.startsWith(`/map${pointer}`))).toBe(
    true,
  );
  const after = await drawn(slug);
  expect(after.revision).toBe(revision);
});

function lane(steps: ReturnType<typeof aStep>[]) {
  return { title: { en: 'A lane' }, steps };
}

function many(size: number, name: string) {
  return Array.from({ length: size }, (_, at) => aStep(`${name}-${at}`));
}

function leadingTo(next: string) {
  return { lanes: [lane([aStep('newcomer-support', { next: [next] })])] };
}

function hinted(hint: string) {
  return aStep('newcomer-support', { hint: { en: hint } });
}

function milestone(achievement: string, steps: 'all' | string[] = 'all') {
  return { milestone: { achievement, steps } };
}

test('what is missing is said before a map is published, and refuses it', async () => {
  const slug = await aDrawnMap(laurel, admin, {
    title: { ar: 'بلا عنوان' },
    lanes: [{ title: {}, steps: [] }],
    milestone: { achievement: 'role-mentor', steps: 'all' },
  });
  const found = await drawn(slug);
  const wanted = ['title', 'lane_title', 'lane_step'];
  expect(found.lacks.map(({ lack }: { lack: string }) => lack)).toEqual(wanted);
  const refused = await callAs(laurel, admin, 'POST', pathOf(slug, '/publish'), {
    revision: found.revision,
  });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ lacks: found.lacks });
  await drawMap(laurel, admin, slug, aMapContent(milestone('role-mentor')));
  const role = await drawn(slug);
  expect(role.lacks).toEqual([{ lack: 'milestone_role', pointer: '/milestone/achievement' }]);
});

test('a retired map is listed nowhere, and whoever has its address reads a note', async () => {
  const slug = await aMap(laurel, admin, { title: { en: 'Soon retired' } });
  const retirement = pathOf(slug, '/retirement');
  expect((await callAs(laurel, admin, 'POST', retirement)).status).toBe(204);
  expect((await callAs(laurel, admin, 'POST', retirement)).status).toBe(409);

  expect(await readMap(laurel, slug)).toContain('does not keep this map up any more');
  const list = async () =>
    (
      await fetch(`${laurel.url}/issuers/${laurel.issuer}`, { headers: { accept: 'text/html' } })
    ).text();
  expect(await list()).not.toContain(pathOf(slug));

  expect((await callAs(laurel, admin, 'DELETE', retirement)).status).toBe(204);
  expect((await callAs(laurel, admin, 'DELETE', retirement)).status).toBe(409);
  expect(await readMap(laurel, slug)).not.toContain('does not keep this map up any more');
  expect(await list()).toContain(pathOf(slug));
  expect(await auditedActs(laurel, slug)).toEqual([
    'map_published',
    'map_retired',
    'map_reinstated',
  ]);
});

test('a step of another group is theirs, and says so; one that is retired says that too', async () => {
  const group = await anotherIssuer(laurel, 'group-of-kano', 'Head of Kano');
  await laurel.stewardship.putAchievements('group-of-kano', [
    { ...(await catalogueEntry('newcomer-support')), slug: 'kano-guide' },
  ]);
  const slug = await aMap(laurel, admin, {
    lanes: [lane([aStep('group-of-kano/kano-guide'), aStep('resource-translator')])],
  });
  expect(await readMap(laurel, slug)).toMatch(/Awarded by: <span[^>]*>Group group-of-kano/);

  await group.post('/desk/issuers/group-of-kano/achievements/kano-guide/end');

  expect(await readMap(laurel, slug)).toContain('Not awarded any more');
});

test('a starter has what is awarded now, in lanes by theme, and says that nobody reviewed it', async () => {
  const begun = await callAs(laurel, admin, 'POST', `/issuers/${laurel.issuer}/maps`, {
    title: 'All that we do',
    language: 'en',
    starter: true,
  });
  const { map: slug } = await jsonOf(begun);
  const found = await drawn(slug);
  expect(found.lacks).toEqual([]);
  expect(found.draft.drafts).toEqual(['ar']);
  expect(found.draft.lanes.length).toBeGreaterThan(1);
  await publishMap(laurel, admin, slug);
  expect(await readMap(laurel, slug)).not.toMatch(/level|beginner|expert/i);
});

test('admins alone draw; others of the group look on, and strangers find nothing', async () => {
  const slug = await aDrawnMap(laurel, admin);
  const awarder = await aMember(laurel, 'Looks on in Jos', ['awarder']);
  const { revision } = await drawn(slug);
  const change = { revision, map: aMapContent() };
  expect((await callAs(laurel, awarder, 'GET', pathOf(slug))).status).toBe(200);
  expect((await callAs(laurel, awarder, 'PUT', pathOf(slug), change)).status).toBe(403);
  expect((await callAs(laurel, awarder, 'POST', pathOf(slug, '/publish'), {})).status).toBe(403);
  expect((await callAs(laurel, awarder, 'POST', pathOf(slug, '/retirement'))).status).toBe(403);
  expect((await callAs(laurel, awarder, 'DELETE', pathOf(slug))).status).toBe(403);
  const stranger = await anotherIssuer(laurel, 'group-elsewhere', 'Head of Elsewhere');
  expect((await callAs(laurel, stranger, 'GET', pathOf(slug))).status).toBe(404);
  expect((await callAs(laurel, stranger, 'PUT', pathOf(slug), change)).status).toBe(404);
  expect((await callApi(laurel, 'GET', pathOf(slug))).status).toBe(200);
  const across = `/issuers/group-elsewhere/maps/${slug}`;
  expect((await callAs(laurel, stranger, 'PUT', across, change)).status).toBe(404);
});

test('a group has fifty maps at most, also of two begun at once', async () => {
  const many = await anotherIssuer(laurel, 'group-of-maps', 'Head of Maps');
  const begin = () =>
    callAs(laurel, many, 'POST', '/issuers/group-of-maps/maps', { title: 'Map', language: 'en' });
  const store = await privateStore(laurel);
  await store
    .prepare(
      `insert into maps select 'group-of-maps', 'map-' || (100 + key), '{}', null, 'draft', 1, 0, '', 0
        from json_each(?)`,
    )
    .bind(JSON.stringify(Array.from({ length: 49 })))
    .run();
  const last = await Promise.all([begin(), begin()]);
  expect(last.map(({ status }) => status).sort()).toEqual([201, 409]);
});

async function catalogueEntry(slug: string) {
  const { CATALOGUE } = await import('@laurel/catalogue/catalogue');
  const found = CATALOGUE.achievements.find((one) => one.slug === slug);
  if (found === undefined) throw new Error(`no ${slug} in the catalogue`);
  return found;
}
