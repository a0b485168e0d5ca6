import type { Json, JsonObject } from '@laurel/core/json';
import { describe, expect, test } from 'vitest';
import { checkProofBy } from '../src/data-integrity/check-proof.ts';
import { suiteOf } from '../src/data-integrity/suites.ts';
import { keyOfMultibase } from '../src/keys/multikey.ts';

const METHOD = 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];

async function outcomeOf(more: JsonObject) {
  const key = await keyOfMultibase(METHOD.slice('did:key:'.length));
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod: METHOD,
    proofPurpose: 'assertionMethod',
    proofValue: 'z1',
  };
  const suite = suiteOf(proof);
  if (key === null || suite === null) throw new Error('nothing to check by');
  const document = {
    '@context': CONTEXTS,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: METHOD,
    ...more,
  };
  const work = { spent: 0 };
  return { ...(await checkProofBy({ document, proof, suite, key, work })), spent: work.spent };
}

const several = (count: number, make: (place: number) => Json) =>
  Array.from({ length: count }, (_, place) => make(place));

const result = (value: string) => ({ type: ['Result'], value });
function nested(depth: number): Json {
  let value: Json = [];
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
}

const evidence = (place: number) => ({ type: ['Evidence'], name: `no. ${place}` });
const subject = (results: Json) => ({ type: ['AchievementSubject'], result: results });

describe('what credentials are like', () => {
  test.each<{ what: string; more: JsonObject }>([
    {
      what: 'thirty results that are the same',
      more: { credentialSubject: subject(several(30, () => result('x'))) },
    },
    {
      what: 'a hundred results of one person',
      more: { credentialSubject: subject(several(100, (place) => result(`${place}`))) },
    },
    { what: 'five hundred things to show', more: { evidence: several(500, evidence) } },
    {
      what: 'a picture of a megabyte in its address',
      more: { image: { id: `data:image/png;base64,${'A'.repeat(2 ** 20)}`, type: 'Image' } },
    },
    {
      what: 'forty credentials in one',
      more: {
        credentialSubject: {
          type: ['AchievementSubject'],
          endorsement: several(40, (place) => ({
            '@context': CONTEXTS,
            id: `urn:x:${place}`,
            type: ['VerifiableCredential'],
          })),
        },
      },
    },
  ])('is no more work than it may be: $what', async ({ more }) => {
    expect((await outcomeOf(more)).outcome).not.toBe('too_much_work');
  });
});

describe('what was made to be expensive ends as too much work', () => {
  let deep: Json = { type: ['Profile'], name: 'x' };
  for (let depth = 0; depth < 200; depth += 1) {
    deep = { type: ['Profile'], name: 'x', parentOrg: deep };
  }

  test.each<{ what: string; more: JsonObject }>([
    {
      what: 'people alike with results alike, whose orders are all tried',
      more: { credentialSubject: several(4, () => subject(several(8, () => result('x')))) },
    },
    {
      what: 'a chain of things alike',
      more: { issuer: { id: 'urn:i', type: ['Profile'], parentOrg: deep } },
    },
    { what: 'a crowd of things', more: { evidence: several(4000, evidence) } },
    {
      what: 'a long list of words',
      more: {
        credentialSubject: {
          type: ['AchievementSubject'],
          achievement: { type: ['Achievement'], tag: several(20_000, (place) => `t${place}`) },
        },
      },
    },
    {
      what: 'a long name of what much is said of',
      more: {
        credentialSubject: {
          id: `urn:x:${'a'.repeat(100_000)}`,
          type: ['AchievementSubject'],
          result: several(500, (place) => ({ id: `urn:y:${place}` })),
        },
      },
    },
    { what: 'nesting as deep as a stack', more: { evidence: nested(20_000) } },
    {
      what: 'contexts over and over',
      more: { evidence: several(1000, (place) => ({ '@context': CONTEXTS, ...evidence(place) })) },
    },
  ])('$what', async ({ more }) => {
    const { outcome, spent } = await outcomeOf(more);

    expect(outcome).toBe('too_much_work');
    expect(spent).toBeGreaterThan(30_000);
  });
});
