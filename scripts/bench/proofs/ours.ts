import type { JsonObject } from '@laurel/core/json';
import { refuse } from '@laurel/core/result';
import { SERVICE_FACE } from '@laurel/core/service-face';
import type { VerificationKey } from '@laurel/core/verification-key';
import { type SigningKey, withDataIntegrityProof } from '@laurel/proofs/data-integrity/sign';
import { hasGoodProof } from '@laurel/proofs/data-integrity/verify';
import { readPresented } from '@laurel/verification/read';
import type { Registry } from '@laurel/verification/registry';
import { verify } from '@laurel/verification/verify';
import { DID, NOW_SECONDS, ORIGIN } from './sample.ts';

/** Signs as the signer does. */
export function signedByUs(document: JsonObject, key: SigningKey): Promise<JsonObject> {
  return withDataIntegrityProof(document, key, NOW_SECONDS);
}

/** Checks the proof of a document alone, as the signer does of status lists. Throws where it is not good. */
export async function provenByUs(document: JsonObject, { jwk }: VerificationKey): Promise<void> {
  if (!(await hasGoodProof(document, 'eddsa-rdfc-2022', jwk))) throw new Error('ours: bad');
}

/**
 * Verifies as the verifier does, from the text to the report, with a record that answers at once. Throws
 * where it is not valid.
 */
export async function verifyByUs(text: string, keys: readonly VerificationKey[]): Promise<void> {
  const read = readPresented(text);
  if (!read.ok) throw new Error(read.failure.detail);
  const registry: Registry = {
    origin: ORIGIN,
    issuer: async (did) => (did === DID ? { face: SERVICE_FACE, did, keys } : null),
    standing: async () => ({ state: 'active', since: null }),
    logged: async () => ({ state: 'included', index: 4, loggedAtSeconds: NOW_SECONDS }),
  };
  const { verdict } = await verify(
    read.value,
    {
      registry,
      retrieve: async (url) => refuse({ finding: 'unreachable', at: url }),
      work: { spent: 0 },
    },
    NOW_SECONDS,
  );
  if (verdict !== 'valid') throw new Error(`ours: ${verdict}`);
}
