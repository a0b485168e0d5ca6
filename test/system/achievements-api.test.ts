import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { accountIdOf, ORGANIZER } from '../../development/demonstration/seed.ts';
import { CATALOGUE } from '../../packages/catalogue/src/catalogue.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { anotherIssuer } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';

let laurel: Laurel;
let base: string;
let token: string;
let foreign: string;

beforeAll(async () => {
  laurel = await startLaurel();
  base = `${laurel.url}/api/v1/issuers/${laurel.issuer}/achievements`;
  await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
  token = await tokenFor(laurel.issuer, ORGANIZER);
  foreign = await tokenFor('other-group', 'Member Elsewhere');
});
afterAll(() => laurel.stop());

function tokenFor(issuer: string, username: string): Promise<string> {
  const endsAtSeconds = Math.floor(Date.now() / 1000) + 3_600;
  const scopes = ['awards:read', 'achievements:write'] as const;
  return laurel.stewardship.makeToken(issuer, accountIdOf(username), scopes, endsAtSeconds);
}

function call(method: string, path: string, body?: unknown, as = token): Promise<Response> {
  return fetch(`${base}${path}`, {
    method,
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const Draft = z.looseObject({
  revision: z.number(),
  draft: z.looseObject({ criteria: z.record(z.string(), z.string()) }),
  objections: z.array(z.looseObject({ rule: z.string(), severity: z.string(), key: z.string() })),
});

async function draftOf(achievement: string) {
  return Draft.parse(await (await call('GET', `/${achievement}/draft`)).json());
}

async function begin(template: string): Promise<string> {
  const begun = await call('POST', '/drafts', { template });
  expect(begun.status).toBe(201);
  return z
    .object({ achievement: z.string() })
    .loose()
    .parse(await begun.json()).achievement;
}

async function put(achievement: string, change: object): Promise<Response> {
  const { revision, draft } = await draftOf(achievement);
  return call('PUT', `/${achievement}/draft`, { revision, achievement: { ...draft, ...change } });
}

test('an achievement goes from a template to a version, to retirement and back', async () => {
  const templates = z
    .object({ templates: z.array(z.looseObject({ template: z.string() })) })
    .parse(await (await call('GET', '/templates?kind=role')).json());
  expect(templates.templates).toHaveLength(10);

  const achievement = await begin('role-mentor');
  expect((await put(achievement, { name: { en: 'Mentor of Newcomers' } })).status).toBe(200);
  const { revision, objections } = await draftOf(achievement);
  expect(objections).toEqual([]);
  const published = await call('POST', `/${achievement}/publish`, { revision, read: [] });
  expect(published.status).toBe(201);
  const { version, url } = z
    .looseObject({ version: z.string(), url: z.url() })
    .parse(await published.json());
  expect((await fetch(url.replace(laurel.origin, laurel.url))).status).toBe(200);

  const one = await (await call('GET', `/${achievement}/versions/${version}`)).json();
  expect(one).toMatchObject({
    version,
    current: true,
    facts: { name: { en: 'Mentor of Newcomers' } },
  });
  const versions = await (await call('GET', `/${achievement}/versions`)).json();
  expect(versions).toMatchObject({ total: 1, versions: [{ version, changed: null }] });
  expect((await call('POST', `/${achievement}/retirement`)).status).toBe(204);
  expect(await (await call('GET', `/${achievement}`)).json()).toMatchObject({ state: 'retired' });
  await expectProblem(await call('POST', `/${achievement}/retirement`), {
    reason: 'achievement_retired',
  });
  expect((await call('DELETE', `/${achievement}/retirement`)).status).toBe(204);
  expect(await (await call('GET', `/${achievement}`)).json()).toMatchObject({ state: 'current' });
  await expectProblem(await call('POST', `/${achievement}/publish`, { revision, read: [] }), {
    reason: 'draft_unchanged',
  });
});

test('what is objected to is told with its reason and place, and refused or read', async () => {
  const achievement = await begin('event-support');
  await put(achievement, { criteria: { en: 'Made 500 edits in a year.' } });
  const grave = await draftOf(achievement);
  expect(grave.objections).toMatchObject([
    { rule: 'edit_count', severity: 'refuses', pointer: '/criteria/en', found: '500 edits' },
  ]);
  const keys = grave.objections.map(({ key }) => key);
  const order = { revision: grave.revision, read: keys };
  const refused = await call('POST', `/${achievement}/publish`, order);
  await expectProblem(refused, { reason: 'achievement_objected' });

  await put(achievement, { criteria: { en: 'Helped at the best day of the archive.' } });
  const { revision, objections } = await draftOf(achievement);
  const unread = await call('POST', `/${achievement}/publish`, { revision, read: [] });
  await expectProblem(unread, { reason: 'objections_unread' });
  const read = objections.map(({ key }) => key);
  expect((await call('POST', `/${achievement}/publish`, { revision, read })).status).toBe(201);
});

test('texts are linted without being kept', async () => {
  const [template] = CATALOGUE.achievements;
  if (template === undefined) throw new Error('the catalogue is empty');
  const { slug: _, version: __, themes, skillIds, sourceLines, ...facts } = template;
  expect(await (await call('POST', '/lint', facts)).json()).toEqual({ objections: [] });
  const linted = await call('POST', '/lint', { ...facts, doesNotMean: {} });
  expect(await linted.json()).toMatchObject({ objections: [{ rule: 'meaning_missing' }] });
});

test('a draft that somebody has changed meanwhile is refused, and so is discarding it', async () => {
  const achievement = await begin('gap-closer');
  const { revision, draft } = await draftOf(achievement);
  expect((await put(achievement, { hours: 'recommended' })).status).toBe(200);
  const late = await call('PUT', `/${achievement}/draft`, { revision, achievement: draft });
  await expectProblem(late, { reason: 'draft_changed' });
  const discarded = await call('DELETE', `/${achievement}/draft?revision=${revision}`);
  await expectProblem(discarded, { reason: 'draft_changed' });
  const now = await draftOf(achievement);
  const again = await call('DELETE', `/${achievement}/draft?revision=${now.revision}`);
  expect(again.status).toBe(204);
  await expectProblem(await call('GET', `/${achievement}/draft`), { reason: 'page_unknown' });
});

test.each([
  ['a name that is too long', { name: { en: 'N'.repeat(121) } }, '/achievement/name/en'],
  ['a tag that is no language', { name: { english: 'Name' } }, '/achievement/name/english'],
  ['a tag in another form', { name: { 'PT-br': 'Nome' } }, '/achievement/name/PT-br'],
  ['text turned around', { criteria: { en: 'a\u202eb' } }, '/achievement/criteria/en'],
  ['a control character', { criteria: { en: 'a\u0000b' } }, '/achievement/criteria/en'],
  ['a role that expires', { validityMonths: 12 }, '/achievement/validityMonths'],
  [
    'an address without https',
    { alignments: [{ targetName: 'Maps', targetUrl: 'http://maps.example' }] },
    '/achievement/alignments/0/targetUrl',
  ],
  ['a class that is none', { evidenceClasses: ['rumour'] }, '/achievement/evidenceClasses/0'],
])('%s is refused, and says where', async (_, wrong, issue) => {
  const refused = await put('role-liaison', wrong);
  await expectProblem(refused, { reason: 'request_invalid', issue });
  expect((await draftOf('role-liaison')).revision).toBe(0);
});

test('the texts of a certificate are previewed in a language, the source standing in', async () => {
  const preview = await call('GET', '/training-workshop-participation/preview?language=ar');
  expect(await preview.json()).toMatchObject({ preview: { name: { language: 'ar' } } });
  const source = await call('GET', '/role-mentor/preview?language=ar');
  expect(await source.json()).toMatchObject({ preview: { name: { language: 'en' } } });
});

test.each([
  ['GET', ''],
  ['GET', '/templates'],
  ['POST', '/drafts'],
  ['POST', '/lint'],
  ['GET', '/role-mentor'],
  ['GET', '/role-mentor/versions'],
  ['GET', '/role-mentor/versions/1.0.0'],
  ['GET', '/role-mentor/draft'],
  ['PUT', '/role-mentor/draft'],
  ['DELETE', '/role-mentor/draft'],
  ['GET', '/role-mentor/preview'],
  ['POST', '/role-mentor/publish'],
  ['POST', '/role-mentor/retirement'],
  ['DELETE', '/role-mentor/retirement'],
])(
  '%s %s is refused to another issuer’s token and without one, and takes no other method',
  async (method, path) => {
    await expectProblem(await call(method, path, undefined, foreign), { reason: 'token_foreign' });
    const without = await fetch(`${base}${path}`, { method });
    await expectProblem(without, { reason: 'token_missing' });
    await expectProblem(await call('PATCH', path), { reason: 'method_not_allowed' });
  },
);

test('a version that members publish or retire stays so when the service brings its own again', async () => {
  const achievement = 'training-evaluation';
  expect((await put(achievement, { hours: 'recommended' })).status).toBe(200);
  const { revision } = await draftOf(achievement);
  expect((await call('POST', `/${achievement}/publish`, { revision, read: [] })).status).toBe(201);
  expect((await call('POST', '/training-governance/retirement')).status).toBe(204);
  const standing = async (slug: string) => (await call('GET', `/${slug}`)).json();
  const before = [await standing(achievement), await standing('training-governance')];
  await laurel.stewardship.putAchievements(
    laurel.issuer,
    CATALOGUE.achievements.map(({ themes, skillIds, sourceLines, ...facts }) => facts),
  );
  expect([await standing(achievement), await standing('training-governance')]).toEqual(before);
});
