import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { describe, expect, test } from 'vitest';
import { checkProofBy, type ProofOutcome } from '../src/data-integrity/check-proof.ts';
import { isSignature } from '../src/data-integrity/signature.ts';
import type { Suite } from '../src/data-integrity/suite.ts';
import { suiteOf } from '../src/data-integrity/suites.ts';
import { keyOfMultibase } from '../src/keys/multikey.ts';
import type { PublicKey } from '../src/keys/public-key.ts';
import { KNOWN_CONTEXTS } from '../src/known-contexts.ts';
import employment from './vectors/employment.json' with { type: 'json' };
import sets from './vectors/proof-sets.json' with { type: 'json' };
import vectors from './vectors/proofs.json' with { type: 'json' };

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Every key of these vectors is in the name of its method. */
async function keyNamedIn(proof: JsonObject): Promise<PublicKey> {
  const key = await keyOfMultibase(stringAt(proof, 'verificationMethod')?.split('#')[1] ?? '');
  if (key === null) throw new Error('no key');
  return key;
}

function known(proof: JsonObject): Suite {
  const suite = suiteOf(proof);
  if (suite === null) throw new Error('no suite');
  return suite;
}

function proofsOf(signed: JsonObject): readonly JsonObject[] {
  return [signed.proof].flat().filter(isJsonObject);
}

async function outcomeOf(
  signed: JsonObject,
  proof: JsonObject,
  previous: readonly JsonObject[] = [],
): Promise<ProofOutcome> {
  const { proof: _, ...unsecured } = signed;
  return checkProofBy({
    document: previous.length === 0 ? unsecured : { ...unsecured, proof: previous },
    proof,
    suite: known(proof),
    key: await keyNamedIn(proof),
    work: { spent: 0 },
  });
}

describe.each(vectors)('$name ($source)', ({ signed, documentHash, proofHash, signature }) => {
  const document: JsonObject = JSON.parse(JSON.stringify(signed));
  const [proof = {}] = proofsOf(document);

  test('is good', async () => {
    expect(await outcomeOf(document, proof)).toEqual({ outcome: 'good' });
  });

  test('is over the hash of the proof’s options, then that of the document', async () => {
    const { proof: _, ...unsecured } = document;
    const data = await known(proof).dataSigned({
      document: unsecured,
      proof,
      key: await keyNamedIn(proof),
      documentLoader: async (url) => ({
        documentUrl: url,
        document: KNOWN_CONTEXTS.get(url) ?? {},
        contextUrl: null,
      }),
      work: { spent: 0 },
    });

    expect(hex(data)).toBe(`${proofHash}${documentHash}`);
    expect(signature).toMatch(/^[0-9a-f]{128,192}$/);
  });

  test('is bad once anything of its options is another', async () => {
    for (const change of [
      { created: '2023-02-24T23:36:39Z' },
      { proofPurpose: 'authentication' },
      { nonce: 'more' },
    ]) {
      expect(await outcomeOf(document, { ...proof, ...change })).toEqual({ outcome: 'bad' });
    }
  });
});

describe.each(Object.entries(sets.documents))(`%s (${sets.source})`, (_name, signed) => {
  const document: JsonObject = JSON.parse(JSON.stringify(signed));
  const proofs = proofsOf(document);

  test('has good proofs only, each over those that it follows on', async () => {
    const outcomes = await Promise.all(
      proofs.map((proof) => {
        const ids = [proof.previousProof].flat();
        return outcomeOf(
          document,
          proof,
          proofs.filter(({ id }) => id !== undefined && ids.includes(id)),
        );
      }),
    );

    expect(outcomes).toEqual(proofs.map(() => ({ outcome: 'good' })));
  });

  test('has no good proof that follows on another, without that one', async () => {
    for (const proof of proofs.filter(({ previousProof }) => previousProof !== undefined)) {
      expect(await outcomeOf(document, proof)).toEqual({ outcome: 'bad' });
    }
  });
});

describe.each(employment)('employment authorization, $name ($source)', (vector) => {
  const document: JsonObject = JSON.parse(JSON.stringify(vector.signed));
  const [proof = {}] = proofsOf(document);

  test('is signed over the published canonical forms', async () => {
    const hash = async (text: string) =>
      new Uint8Array(await crypto.subtle.digest(vector.hash, new TextEncoder().encode(text)));
    const data = Buffer.concat([
      await hash(vector.canonicalProof),
      await hash(vector.canonicalDocument),
    ]);

    expect(await isSignature(proof.proofValue, data, await keyNamedIn(proof))).toBe(true);
  });

  test('is refused by the name of its context, which is not kept here', async () => {
    expect(await outcomeOf(document, proof)).toEqual({
      outcome: 'unknown_context',
      name: 'https://w3id.org/citizenship/v4rc1',
    });
  });
});
