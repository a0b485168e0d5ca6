import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import type { JsonObject } from '@laurel/core/json';
import { methodId } from '@laurel/core/verification-key';
import jsigs from 'jsonld-signatures';
import { beforeAll, expect, test } from 'vitest';
import { aKey } from '../../../offline/test/a-key.ts';
import { type KnownForms, knownForms } from '../../src/canonical/known-forms.ts';
import { shapeOf } from '../../src/canonical/shape.ts';
import { type SigningKey, withDataIntegrityProof } from '../../src/data-integrity/sign.ts';
import { hasGoodProof } from '../../src/data-integrity/verify.ts';
import { ourContexts } from '../../src/document-loader.ts';

const NOW_SECONDS = Date.parse('2026-11-22T12:00:00Z') / 1000;

let key: SigningKey;
beforeAll(async () => {
  key = await aKey('2026', 'did:web:laurel.example:issuers:group');
});

function aCredential(number: number): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: `https://laurel.example/c/${number}`,
    type: ['VerifiableCredential'],
    issuer: 'did:web:laurel.example:issuers:group',
    name: `Ọláńrewájú “${number}” \\ "`,
    credentialSubject: { id: 'urn:uuid:1' },
  };
}

async function signedByLibrary(document: JsonObject): Promise<JsonObject> {
  const { proof } = await jsigs.sign(structuredClone(document), {
    suite: new DataIntegrityProof({
      cryptosuite,
      date: new Date(NOW_SECONDS * 1000).toISOString(),
      signer: {
        id: methodId(key.publicKey),
        algorithm: 'Ed25519',
        sign: async ({ data }) =>
          new Uint8Array(await crypto.subtle.sign('Ed25519', key.privateKey, data)),
      },
    }),
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: ourContexts,
  });
  return { ...document, proof: [proof] };
}

test('What is signed first, by the full path, and next, by the form it taught, are the bytes of the library.', async () => {
  const forms = knownForms();
  for (const number of [1, 2, 3]) {
    const document = aCredential(number);
    const signed = await withDataIntegrityProof(document, key, NOW_SECONDS, undefined, forms);

    expect(JSON.stringify(signed)).toBe(JSON.stringify(await signedByLibrary(document)));
  }
  expect(forms.find(shapeOf(aCredential(4))?.key ?? '')).toMatchObject({ blanks: 0 });
});

/** Forms with one in it that says of every credential something else than it does. */
async function withWrongForm(): Promise<KnownForms> {
  const forms = knownForms();
  await withDataIntegrityProof(aCredential(0), key, NOW_SECONDS, undefined, forms);
  const shape = shapeOf(aCredential(0))?.key ?? '';
  const form = forms.find(shape);
  if (form === undefined || form === 'full') throw new Error('nothing was learned');
  const blocks = form.blocks.map((block) => ({ ...block, runs: block.runs.slice(1) }));
  forms.learn(shape, { ...form, blocks });
  return forms;
}

test('A wrong form is found out, told, never given out where it is, and not used again.', async () => {
  const forms = await withWrongForm();
  let alarms = 0;
  let number = 0;
  let signed: JsonObject = {};
  while (alarms === 0 && number < 20_000) {
    number += 1;
    signed = await withDataIntegrityProof(
      aCredential(number),
      key,
      NOW_SECONDS,
      () => {
        alarms += 1;
      },
      forms,
    );
  }
  const next = await withDataIntegrityProof(aCredential(0), key, NOW_SECONDS, undefined, forms);

  expect(alarms).toBe(1);
  for (const one of [signed, next]) {
    expect(await hasGoodProof(one, 'eddsa-rdfc-2022', key.publicKey.jwk, knownForms())).toBe(true);
  }
});

test('One in a thousand is looked at, and the same ones whenever they are signed again.', async () => {
  const forms = { ...(await withWrongForm()), learn: () => undefined };
  const lookedAt = async () => {
    const numbers: number[] = [];
    for (let number = 0; number < 6_000; number += 1) {
      const alarm = () => numbers.push(number);
      await withDataIntegrityProof(aCredential(number), key, NOW_SECONDS, alarm, forms);
    }
    return numbers;
  };
  const first = await lookedAt();

  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(30);
  expect(await lookedAt()).toEqual(first);
});

test('A shape that has no form is signed by the full path each time, and looked for once.', async () => {
  const forms = knownForms();
  const document = { ...aCredential(1), credentialSchema: [] };
  const repeated = { ...document, name: ['a', 'a'] };

  for (const one of [document, repeated, repeated]) {
    const signed = await withDataIntegrityProof(one, key, NOW_SECONDS, undefined, forms);
    expect(signed).toEqual(await signedByLibrary(one));
  }
});

test('A term that no context defines is not signed, also where the shape was met before.', async () => {
  const forms = knownForms();
  const undefinedTerm = { ...aCredential(1), nothingOfOurs: 'a' };

  for (const _ of [1, 2]) {
    await expect(
      withDataIntegrityProof(undefinedTerm, key, NOW_SECONDS, undefined, forms),
    ).rejects.toThrow();
  }
});
