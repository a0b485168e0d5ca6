import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { accountIdOf, ORGANIZER } from '../../development/demonstration/seed.ts';
import { privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';

let laurel: Laurel;
let base: string;
let token: string;

beforeAll(async () => {
  laurel = await startLaurel();
  base = `/issuers/${laurel.issuer}/achievements`;
  const endsAtSeconds = Math.floor(Date.now() / 1000) + 3_600;
  const scopes = ['awards:read', 'achievements:write'] as const;
  const organizer = accountIdOf(ORGANIZER);
  token = await laurel.stewardship.makeToken(laurel.issuer, organizer, scopes, endsAtSeconds);
});
afterAll(() => laurel.stop());

const Facts = z.looseObject({
  theme: z.string().nullable(),
  engagementLevels: z.array(z.string()),
});
const Draft = z.looseObject({ revision: z.number(), draft: Facts });

function call(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${laurel.url}/api/v1${base}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function begin(template: string): Promise<string> {
  const begun = await (await call('POST', '/drafts', { template })).json();
  return z.looseObject({ achievement: z.string() }).parse(begun).achievement;
}

async function draftOf(slug: string) {
  return Draft.parse(await (await call('GET', `/${slug}/draft`)).json());
}

async function put(slug: string, change: object): Promise<Response> {
  const { revision, draft } = await draftOf(slug);
  return call('PUT', `/${slug}/draft`, { revision, achievement: { ...draft, ...change } });
}

/** Publishes a draft as it is; the address of the version. */
async function publish(slug: string): Promise<string> {
  const { revision } = await draftOf(slug);
  const published = await call('POST', `/${slug}/publish`, { revision, read: [] });
  expect(published.status).toBe(201);
  const { url } = z.looseObject({ url: z.url() }).parse(await published.json());
  return url.replace(laurel.origin, laurel.url);
}

test('a template’s first theme becomes the achievement’s, is chosen anew by the API, and is told to everybody', async () => {
  const slug = await begin('outreach-connector');
  expect((await draftOf(slug)).draft.theme).toBe('design-for-access');
  const first = await publish(slug);
  expect((await put(slug, { theme: 'skills-and-capacities' })).status).toBe(200);
  const second = await publish(slug);

  const pageOf = async (address: string) => (await fetch(address)).text();
  expect(await pageOf(first)).toContain('Access: more people can take part');
  expect(await pageOf(second)).toContain('Skills: people can do more');
  const json = await fetch(second, { headers: { accept: 'application/ld+json' } });
  expect(await json.json()).toMatchObject({
    tag: expect.arrayContaining(['Skills: people can do more']),
  });
  const versions = await (await call('GET', `/${slug}/versions`)).json();
  expect(versions).toMatchObject({ versions: [{ changed: [{ part: 'theme' }] }, {}] });
});

test('a theme is chosen by the form, and so is none; the preview’s badge follows', async () => {
  const writer = await aMember(laurel, 'Zainab of Zaria', ['awarder']);
  const slug = await begin('event-support');
  const address = `/desk${base}/${slug}`;
  const badges = new Set<string>();
  for (const [theme, kept] of [
    ['design-for-access', 'design-for-access'],
    ['none', null],
  ] as const) {
    const page = await (await writer.get(`${address}/draft/facts`)).text();
    const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
    const facts = { kind: 'contribution', sourceLanguage: 'en', hours: 'optional' };
    const evidence = { evidenceClasses: 'attestation' };
    const fields = { revision, theme, ...facts, ...evidence };
    expect((await writer.post(`${address}/draft/facts`, fields)).status).toBe(303);
    expect((await draftOf(slug)).draft.theme).toBe(kept);
    const shown = await (await writer.get(`${address}/draft/facts`)).text();
    expect(shown).toMatch(new RegExp(`type="radio" name="theme" value="${theme}" checked`));
    badges.add(await (await writer.get(`${address}/preview/badge.svg`)).text());
  }
  expect(badges.size).toBe(2);
});

test('a theme that there is not is refused, and one that is left out is none', async () => {
  const slug = await begin('impact-evaluator');
  await expectProblem(await put(slug, { theme: 'glory' }), { reason: 'request_invalid' });
  const { revision, draft } = await draftOf(slug);
  const { theme: _, ...achievement } = draft;
  expect((await call('PUT', `/${slug}/draft`, { revision, achievement })).status).toBe(200);
  expect((await draftOf(slug)).draft.theme).toBeNull();
});

test('whom it suits is chosen by the form and by the API, in its order, and told to everybody', async () => {
  const writer = await aMember(laurel, 'Kofi of Wa', ['awarder']);
  const slug = await begin('newcomer-support');
  const address = `/desk${base}/${slug}/draft/facts`;
  expect((await draftOf(slug)).draft.engagementLevels).toEqual(['emerging']);
  const page = await (await writer.get(address)).text();
  const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
  const facts = { kind: 'contribution', sourceLanguage: 'en', hours: 'optional', theme: 'none' };

  const saved = await writer.post(address, [
    ...Object.entries({ revision, ...facts, evidenceClasses: 'attestation' }),
    ['engagementLevels', 'emerging'],
    ['engagementLevels', 'nascent'],
  ]);

  expect(saved.status).toBe(303);
  expect((await draftOf(slug)).draft.engagementLevels).toEqual(['nascent', 'emerging']);
  const shown = await (await writer.get(address)).text();
  expect(shown).toMatch(/name="engagementLevels" value="nascent" checked/);
  expect((await put(slug, { engagementLevels: ['elevated', 'nascent'] })).status).toBe(200);
  const published = await publish(slug);
  expect(await (await fetch(published)).text()).toContain(
    'Usually suits: people who begin, people who carry much of the work',
  );
  const json = await fetch(published, { headers: { accept: 'application/ld+json' } });
  expect(await json.json()).toMatchObject({ tag: expect.arrayContaining(['people who begin']) });
  const ranked = { engagementLevels: ['expert'] };
  await expectProblem(await put(slug, ranked), { reason: 'request_invalid' });
});

test('a version of before there were themes and levels has none, and is changed like any other', async () => {
  const slug = await begin('technical-contributor');
  await publish(slug);
  const store = await privateStore(laurel);
  const stripped = await store
    .prepare(
      "update achievements set facts = json_remove(facts, '$.theme', '$.engagementLevels') where slug = ?",
    )
    .bind(slug)
    .run();
  expect(stripped.meta.changes).toBe(1);
  expect((await draftOf(slug)).draft).toMatchObject({ theme: null, engagementLevels: [] });
  expect((await put(slug, { theme: 'community-of-practice' })).status).toBe(200);
  await publish(slug);
});
