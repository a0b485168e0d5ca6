import { stringAt } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';
import { jwkMethodId, methodId, type VerificationKey } from '@laurel/core/verification-key';
import { listOf } from '../ours/claims-to-be-ours.ts';
import { issuerOf } from '../ours/verify-ours.ts';
import type { Presented } from '../read.ts';
import type { Registry } from '../registry.ts';
import { dayOf, proofCheck } from './proof-wanted.ts';

/**
 * The check where a test issuer of ours is named, or the proof names its key, and that key was stolen; null
 * where none was. A did:key is its own document, from which nobody can take a stolen key: so the record is
 * asked. Nothing of such a document is kept here, so that none can be told to be from before the theft.
 */
export async function stolenTestKey(
  presented: Presented,
  registry: Registry,
): Promise<Check | null> {
  const id = issuerOf(presented.credential);
  const issuer = await registry.issuer(id);
  const named = [id, ...keysNamedIn(presented)];
  for (const key of issuer?.keys ?? []) {
    const { compromisedAtSeconds } = key;
    if (compromisedAtSeconds !== null && namesOf(key).some((name) => named.includes(name))) {
      return proofCheck('fail', 'compromised_key', key.id, dayOf(compromisedAtSeconds));
    }
  }
  return null;
}

function keysNamedIn(presented: Presented): readonly (string | null)[] {
  return presented.form === 'jwt'
    ? [stringAt(presented.header, 'kid')]
    : listOf(presented.credential.proof).map((proof) => stringAt(proof, 'verificationMethod'));
}

function namesOf(key: VerificationKey): readonly string[] {
  return [methodId(key), jwkMethodId(key), `did:key:${key.multibase}`];
}
