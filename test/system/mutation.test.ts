import type { Json } from '@laurel/core/json';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { mutationsOf } from '../support/mutations.ts';
import { verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let page: string;

beforeAll(async () => {
  laurel = await startLaurel();
  ({ page } = await aCredential(laurel, {
    achievement: 'training-safety',
    evidence: [{ class: 'on-wiki-page', url: 'https://example.org/wiki/Page', place: 'Ìbàdàn' }],
  }));
});
afterAll(() => laurel.stop());

/** The pointers of all mutations whose verdict is another than `invalid`. */
async function notFoundOut(
  mutations: readonly { readonly at: string; readonly credential: unknown }[],
): Promise<readonly string[]> {
  const missed: string[] = [];
  for (const { at, credential } of mutations) {
    const { verdict } = await verifyBy(laurel, { credential });
    if (verdict !== 'invalid') missed.push(`${at}: ${verdict}`);
  }
  return missed;
}

function encoded(json: Json): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

test('changing any leaf of the JSON credential is found out', async () => {
  const credential: Json = JSON.parse(await (await fetch(`${page}.json`)).text());
  expect((await verifyBy(laurel, { credential })).verdict).toBe('valid');
  const mutations = mutationsOf(credential);
  expect(mutations.length).toBeGreaterThan(60);

  const missed = await notFoundOut(
    mutations.map(({ at, mutated }) => ({ at, credential: mutated })),
  );

  expect(missed).toEqual([]);
});

test.each([
  { profile: 'RS256', query: '' },
  { profile: 'EdDSA', query: '?profile=vc-jose' },
])('changing any leaf of the $profile JWT, header or payload, is found out', async ({ query }) => {
  const jwt = await (await fetch(`${page}.jwt${query}`)).text();
  expect((await verifyBy(laurel, { credential: jwt })).verdict).toBe('valid');
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const decoded = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString());
  const mutations = [
    ...mutationsOf(decoded(header)).map(({ at, mutated }) => ({
      at: `header${at}`,
      credential: [encoded(mutated), payload, signature].join('.'),
    })),
    ...mutationsOf(decoded(payload)).map(({ at, mutated }) => ({
      at: `payload${at}`,
      credential: [header, encoded(mutated), signature].join('.'),
    })),
  ];
  expect(mutations.length).toBeGreaterThan(60);

  expect(await notFoundOut(mutations)).toEqual([]);
});

test('adding a member to any object of the JSON credential is found out', async () => {
  const credential: Json = JSON.parse(await (await fetch(`${page}.json`)).text());
  const additions = objectsIn(credential).map((at) => ({
    at,
    credential: withMember(credential, at.split('/').slice(1)),
  }));
  expect(additions.length).toBeGreaterThan(8);

  expect(await notFoundOut(additions)).toEqual([]);
});

function objectsIn(value: Json, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([name, one]) => objectsIn(one, `${at}/${name}`));
  return Array.isArray(value) ? below : [at, ...below];
}

function withMember(value: Json, [name, ...path]: readonly string[]): Json {
  if (Array.isArray(value)) {
    return value.map((one, place) => (String(place) === name ? withMember(one, path) : one));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (name === undefined) return { ...value, description: 'Not what was signed' };
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === name ? withMember(one, path) : one]),
  );
}
