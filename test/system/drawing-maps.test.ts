import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserSession } from '../support/browser-session.ts';
import { callAs } from '../support/desk-calls.ts';
import { hiddenFieldsIn } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aDrawnMap, aMapContent } from '../support/maps.ts';
import { aMember, anotherIssuer } from '../support/members.ts';

const FIRST = 'training-workshop-participation';

let laurel: Laurel;
let admin: BrowserSession;
let maps: string;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, 'Draws in Jos', ['admin']);
  maps = `/desk/issuers/${laurel.issuer}/maps`;
});
afterAll(() => laurel.stop());

async function revisionOf(path: string): Promise<string> {
  return hiddenFieldsIn(await (await admin.get(path)).text()).revision ?? '';
}

async function drawnOf(slug: string) {
  const path = `/issuers/${laurel.issuer}/maps/${slug}`;
  return Object(await (await callAs(laurel, admin, 'GET', path)).json()).draft;
}

test('a form that is wrong comes back as it was typed, and says where', async () => {
  const untitled = await admin.post(`${maps}/new`, {
    title: '',
    language: 'xx yy',
    starter: 'yes',
  });
  expect(untitled.status).toBe(422);
  const page = await untitled.text();
  expect(page).toContain('href="#field-title"');
  expect(page).toContain('value="xx yy"');
  expect(page).toMatch(/name="starter"[^>]* checked/);

  const slug = await aDrawnMap(laurel, admin);
  const draft = `${maps}/${slug}/draft`;
  const revision = await revisionOf(draft);
  const long = 'x'.repeat(61);
  for (const [fields, kept] of [
    [{ edit: 'add_lane', title: ' ' }, 'field-title'],
    [{ edit: 'add_lane', title: long }, long],
    [{ edit: 'add_step', lane: '0' }, 'field-achievement-0'],
    [{ edit: 'add_step', lane: '0', 'achievement-0': FIRST }, 'field-achievement-0'],
    [{ edit: 'add_step', lane: '1', 'other-1': 'https://x.example/y' }, 'https://x.example/y'],
    [{ edit: 'add_step', lane: '0', 'other-0': 'nobody/nothing' }, 'nobody/nothing'],
  ] as const) {
    const answer = await admin.post(draft, { revision, ...fields });
    expect([JSON.stringify(fields), answer.status]).toEqual([JSON.stringify(fields), 422]);
    expect(await answer.text()).toContain(kept);
  }
  const step = { revision, achievement: FIRST, lane: '0', hint: 'y'.repeat(161) };
  const hinted = await admin.post(`${draft}/steps`, step);
  expect(hinted.status).toBe(422);
  expect(await hinted.text()).toContain('y'.repeat(161));
  const texts = { revision, language: 'en', title: 'z'.repeat(121) };
  expect((await admin.post(`${draft}/texts`, texts)).status).toBe(422);
  expect((await admin.post(`${draft}/texts`, { ...texts, language: 'no tag' })).status).toBe(422);
  expect(await revisionOf(draft)).toBe(revision);
});

test('of two who draw over the same, one is told on every page, and nothing typed is lost', async () => {
  const slug = await aDrawnMap(laurel, admin);
  const draft = `${maps}/${slug}/draft`;
  const revision = await revisionOf(draft);
  const other = await aMember(laurel, 'Draws too in Jos', ['admin']);
  const lane = { revision, edit: 'add_lane', title: 'Archives' };
  expect((await other.post(draft, lane)).status).toBe(303);

  const late = await admin.post(draft, { ...lane, title: 'Photographs' });

  expect(late.status).toBe(409);
  expect(await late.text()).toContain('value="Photographs"');
  const step = { revision, achievement: FIRST, lane: '0', hint: 'Typed too late' };
  const steps = await admin.post(`${draft}/steps`, step);
  expect(steps.status).toBe(409);
  expect(await steps.text()).toContain('Typed too late');
  const milestone = { revision, achievement: 'resource-translator', which: 'all' };
  expect((await admin.post(`${draft}/milestone`, milestone)).status).toBe(409);
  const texts = { revision, language: 'en', title: 'Late title', description: '' };
  const written = await admin.post(`${draft}/texts`, texts);
  expect(written.status).toBe(409);
  const page = await written.text();
  expect(page).toContain('value="Late title"');
  expect(page).toContain('Saved meanwhile by somebody else');
  expect(page).toContain('Ways to help in Jos');
  expect((await admin.post(`${maps}/${slug}/publish`, { revision })).status).toBe(409);
  expect((await admin.post(`${draft}/end`, { revision })).status).toBe(409);
  expect((await drawnOf(slug)).lanes.at(-1).title).toEqual({ en: 'Archives' });
});

test('another group’s achievement is put on a map by the address of its page', async () => {
  const slug = await aDrawnMap(laurel, admin);
  await anotherIssuer(laurel, 'group-of-lagos', 'Head of Lagos');
  const { CATALOGUE } = await import('@laurel/catalogue/catalogue');
  const [template] = CATALOGUE.achievements.filter(({ kind }) => kind === 'contribution');
  if (template === undefined) throw new Error('the catalogue has no contributions');
  await laurel.stewardship.putAchievements('group-of-lagos', [{ ...template, slug: 'lagoon' }]);
  const list = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const id = await list
    .prepare("select id from achievements where issuer = 'group-of-lagos'")
    .first('id');
  const draft = `${maps}/${slug}/draft`;
  const added = await admin.post(draft, {
    revision: await revisionOf(draft),
    edit: 'add_step',
    lane: '0',
    'other-0': `${laurel.origin}/achievements/${id}?uselang=ar`,
  });
  expect(added.headers.get('location')).toContain('#lane-0');
  expect((await drawnOf(slug)).lanes[0].steps.at(-1).achievement).toBe('group-of-lagos/lagoon');
  const page = await admin.get(`${draft}/steps?achievement=group-of-lagos/lagoon`);
  expect(page.status).toBe(200);
});

test('what goes from a map goes from what leads there and from the milestone', async () => {
  const slug = await aDrawnMap(laurel, admin, {
    milestone: { achievement: 'event-organizer', steps: ['newcomer-support', FIRST] },
  });
  const draft = `${maps}/${slug}/draft`;
  const remove = { edit: 'remove_step newcomer-support', revision: await revisionOf(draft) };
  expect((await admin.post(draft, remove)).status).toBe(303);
  const map = await drawnOf(slug);
  expect(JSON.stringify(map)).not.toContain('newcomer-support');
  expect(map.milestone.steps).toEqual([FIRST]);
  const lane = { edit: 'remove_lane 0', revision: await revisionOf(draft) };
  expect((await admin.post(draft, lane)).status).toBe(303);
  expect((await drawnOf(slug)).lanes).toHaveLength(1);
});

test('texts of one language are written without those of another', async () => {
  const slug = await aDrawnMap(laurel, admin);
  const draft = `${maps}/${slug}/draft`;
  const fields = {
    revision: await revisionOf(draft),
    language: 'ha',
    title: 'Hanyoyin taimako',
    description: '',
    'lane-0': 'Koyarwa',
    'lane-1': '',
    'hint-0': 'Zo ka gani.',
  };
  expect((await admin.post(`${draft}/texts`, fields)).status).toBe(303);
  const map = await drawnOf(slug);
  expect(map.title).toEqual({ ...aMapContent().title, ha: 'Hanyoyin taimako' });
  expect(map.lanes[0].steps[0].hint).toEqual({ en: 'Come and watch first.', ha: 'Zo ka gani.' });
  expect(map.lanes[1].title).toEqual(aMapContent().lanes[1]?.title);
  expect(map.drafts).toEqual(['ha']);
});

test('pages to draw on are for admins; others of the group look on, strangers find nothing', async () => {
  const slug = await aDrawnMap(laurel, admin);
  const awarder = await aMember(laurel, 'Looks on in Jos', ['awarder']);
  const stranger = await anotherIssuer(laurel, 'group-far-off', 'Head Far Off');
  for (const path of ['/new', `/${slug}/draft`, `/${slug}/draft/texts?language=en`]) {
    expect([path, (await awarder.get(maps + path)).status]).toEqual([path, 403]);
    expect([path, (await stranger.get(maps + path)).status]).toEqual([path, 404]);
  }
  for (const path of ['/new', `/${slug}/draft`, `/${slug}/draft/end`, `/${slug}/publish`]) {
    expect([path, (await awarder.post(maps + path)).status]).toEqual([path, 403]);
  }
  for (const path of [`/${slug}/end`, `/${slug}/renewal`, `/${slug}/draft/milestone`]) {
    expect([path, (await awarder.post(maps + path)).status]).toEqual([path, 403]);
  }
  expect((await awarder.get(`${maps}/${slug}`)).status).toBe(200);
  expect((await admin.get(`${maps}/never-was/draft`)).status).toBe(404);
  expect((await admin.get(`${maps}/${slug}/ready`)).status).toBe(403);
});
