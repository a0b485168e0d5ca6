import { isJsonObject, type Json } from '@laurel/core/json';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedSignatories } from '../../development/demonstration/signatories.ts';
import { aCredential } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { mutationsOf } from '../support/mutations.ts';
import { verifyBy } from '../support/verifying.ts';

/** Requests under way at a time. */
const AT_ONCE = 8;

let laurel: Laurel;
let page: string;

beforeAll(async () => {
  laurel = await startLaurel();
  await seedSignatories(laurel.stewardship, Math.floor(Date.now() / 1000));
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
  const waiting = [...mutations];
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { verdict } = await verifyBy(laurel, { credential: next.credential });
      if (verdict !== 'invalid') missed.push(`${next.at}: ${verdict}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return missed;
}

function encoded(json: Json): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

test('changing any leaf of the JSON credential is found out', async () => {
  const credential: Json = JSON.parse(await (await fetch(`${page}.json`)).text());
  expect((await verifyBy(laurel, { credential })).verdict).toBe('valid');
  const mutations = mutationsOf(credential);
  expect(mutations.some(({ at }) => at.startsWith('/issuer/official'))).toBe(true);
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

test.each([
  { profile: 'RS256', query: '' },
  { profile: 'EdDSA', query: '?profile=vc-jose' },
])('every other writing of the $profile JWT’s signature is found out', async ({ query }) => {
  const jwt = await (await fetch(`${page}.jwt${query}`)).text();
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const writings = [
    ...[...letters].map((letter) => jwt.slice(0, -1) + letter),
    ...['=', '==', 'A', '.', '.x'].map((more) => jwt + more),
    jwt.replace(/\.(?=[^.]*$)/, '. '),
    jwt.replace(/\.(?=[^.]*$)/, '.\n'),
  ].filter((writing) => writing !== jwt);
  expect(writings).toHaveLength(70);

  const missed = await notFoundOut(
    writings
      .filter((writing) => writing.split('.').length === 3)
      .map((credential) => ({ at: credential.slice(-8), credential })),
  );

  expect(missed).toEqual([]);
});

test.each([
  ['description', 'Not what was signed'],
  ['description', null],
  ['@index', 'hello'],
  ['@included', []],
  ['@graph', []],
  ['@reverse', {}],
  ['@nest', {}],
  ['refreshService', []],
])('adding %s to any object of the JSON credential is found out', async (name, value) => {
  const credential: Json = JSON.parse(await (await fetch(`${page}.json`)).text());
  const additions = objectsIn(credential).map((at) => ({
    at,
    credential: withMember(credential, at.split('/').slice(1), name, value),
  }));
  expect(additions.length).toBeGreaterThan(8);

  expect(await notFoundOut(additions)).toEqual([]);
});

test('taking away any member, or any item of a list, is found out', async () => {
  const credential: Json = JSON.parse(await (await fetch(`${page}.json`)).text());
  const removals = removalsOf(credential);
  expect(removals.length).toBeGreaterThan(60);

  expect(await notFoundOut(removals)).toEqual([]);
});

test('a second proof of any kind, beside the good one, is found out', async () => {
  const credential = JSON.parse(await (await fetch(`${page}.json`)).text());
  const [good] = credential.proof;
  const proofs = [[good, 'junk'], [good, [good]], [good, good], [good, {}], [[good]], good];

  expect(
    await notFoundOut(
      proofs.map((proof) => ({ at: JSON.stringify(proof), credential: { ...credential, proof } })),
    ),
  ).toEqual([]);
});

function objectsIn(value: Json, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([name, one]) => objectsIn(one, `${at}/${name}`));
  return Array.isArray(value) ? below : [at, ...below];
}

function withMember(
  value: Json,
  [step, ...path]: readonly string[],
  name: string,
  added: Json,
): Json {
  if (Array.isArray(value)) {
    return value.map((one, place) =>
      String(place) === step ? withMember(one, path, name, added) : one,
    );
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  return step === undefined
    ? Object.fromEntries([...entries, [name, added]])
    : Object.fromEntries(
        entries.map(([key, one]) => [key, key === step ? withMember(one, path, name, added) : one]),
      );
}

function removalsOf(
  value: Json,
  at = '',
): readonly { readonly at: string; readonly credential: Json }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    const without = Array.isArray(value)
      ? value.filter((_, place) => String(place) !== name)
      : Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
    const below = removalsOf(one, `${at}/${name}`).map(({ at, credential }) => ({
      at,
      credential: Array.isArray(value)
        ? value.map((item, place) => (String(place) === name ? credential : item))
        : { ...value, [name]: credential },
    }));
    return [{ at: `${at}/${name}`, credential: without }, ...below];
  });
}
