import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { SERVICE_FACE } from '@laurel/core/service-face';
import { type KnownForms, knownForms, NO_FORMS } from '@laurel/proofs/canonical/known-forms';
import { type SigningKey, withDataIntegrityProof } from '@laurel/proofs/data-integrity/sign';
import { verifyOurs } from '@laurel/verification/ours/verify-ours';
import { readPresented } from '@laurel/verification/read';
import type { Registry } from '@laurel/verification/registry';
import type { Report } from '@laurel/verification/report';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { aKey } from '../../packages/offline/test/a-key.ts';
import { brokenDocuments } from '../support/broken.ts';
import { CREDENTIALS, GENERATED_DID, ORIGIN } from '../support/generated-credentials.ts';
import { mutationsOf } from '../support/mutations.ts';
import { holds, PATIENCE_MS } from '../support/properties.ts';

const NOW_SECONDS = Date.parse('2026-11-22T12:00:00Z') / 1000;

let key: SigningKey;
let samples: readonly JsonObject[];
beforeAll(async () => {
  key = await aKey('ours', GENERATED_DID);
  samples = await Promise.all(
    fc.sample(CREDENTIALS, { numRuns: 12, seed: 46 }).map((one) => signedInFull(one)),
  );
});

/** Whoever issues it, it is signed by the one key of this test. */
function signedInFull(document: JsonObject): Promise<JsonObject> {
  return withDataIntegrityProof(document, key, NOW_SECONDS, undefined, NO_FORMS);
}

async function reported(text: string, forms: KnownForms): Promise<Report | null> {
  const read = readPresented(text);
  if (!read.ok) return null;
  const registry: Registry = {
    origin: ORIGIN,
    issuer: async (did) => ({ face: SERVICE_FACE, did, keys: [key.publicKey] }),
    standing: async () => ({ state: 'active', since: null }),
    logged: async () => ({ state: 'included', index: 4, loggedAtSeconds: NOW_SECONDS }),
  };
  return verifyOurs(read.value, registry, NOW_SECONDS, forms);
}

/** Forms that were learned from good ones, and how often they were used. */
async function learned(signed: readonly JsonObject[]) {
  const forms = knownForms();
  for (const one of [...signed, ...signed]) await reported(JSON.stringify(one), forms);
  const counted = { used: 0 };
  const counting: KnownForms = {
    ...forms,
    find: (shape) => {
      const form = forms.find(shape);
      if (form !== undefined && form !== 'full') counted.used += 1;
      return form;
    },
  };
  return { forms: counting, counted };
}

async function expectAlike(document: JsonObject, forms: KnownForms): Promise<Report | null> {
  const text = JSON.stringify(document);
  const full = await reported(text, NO_FORMS);
  expect(await reported(text, forms)).toEqual(full);
  return full;
}

function proofOf({ checks }: Report): string | undefined {
  return checks.find(({ check }) => check === 'proof')?.finding;
}

test('a good signature is good on both paths, once a shape was learned', async () => {
  const { forms, counted } = await learned(samples);
  for (const one of samples) {
    const report = await expectAlike(one, forms);
    expect(report === null ? null : proofOf(report)).toBe('signature_good');
  }
  expect(counted.used).toBeGreaterThan(samples.length / 2);
});

test('every change of a leaf has the same report on both paths', {
  timeout: PATIENCE_MS,
}, async () => {
  const { forms, counted } = await learned(samples);
  const changed = samples.flatMap((one) => mutationsOf(one));
  await holds(
    0.06,
    fc.asyncProperty(fc.nat(), async (which) => {
      const { mutated } = changed[which % changed.length] ?? {};
      if (isJsonObject(mutated)) await expectAlike(mutated, forms);
    }),
  );
  expect(counted.used).toBeGreaterThan(5);
});

test('what was broken before it was signed has the same report on both paths', {
  timeout: PATIENCE_MS,
}, async () => {
  const { forms } = await learned(samples);
  let signed = 0;
  await holds(
    0.03,
    fc.asyncProperty(brokenDocuments(samples), async ({ proof: _, ...broken }) => {
      const document = await signedInFull(broken).catch(() => null);
      if (document === null) return;
      signed += 1;
      const text = JSON.stringify(document);
      const full = await reported(text, NO_FORMS);
      // The second teaches its shape, where it is good, and the third goes by that.
      for (const _ of [1, 2, 3]) expect(await reported(text, forms)).toEqual(full);
    }),
  );
  expect(signed).toBeGreaterThan(0);
});

test('what stands twice, and was signed once, was altered, whatever was learned', async () => {
  const withEvidence = samples.filter(
    ({ evidence }) => Array.isArray(evidence) && evidence.length > 0,
  );
  const { forms } = await learned(samples);
  expect(withEvidence.length).toBeGreaterThan(0);
  for (const one of withEvidence) {
    const evidence = [one.evidence ?? []].flat();
    const doubled = JSON.stringify({ ...one, evidence: [...evidence, ...evidence] });
    for (const path of [NO_FORMS, forms]) {
      const report = await reported(doubled, path);
      expect(report?.verdict).toBe('invalid');
      expect(report?.checks[0]).toMatchObject({ finding: 'altered_shape', values: ['/evidence'] });
    }
  }
});
