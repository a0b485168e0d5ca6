import { from } from '@digitalbazaar/ed25519-multikey';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { decode } from 'base58-universal';
import { base58btc } from '../multibase.ts';
import { jcsHashData } from './jcs-hash-data.ts';

/**
 * True when the one `eddsa-jcs-2022` proof of a plain JSON document was made by this key for assertion
 * (W3C Data Integrity EdDSA Cryptosuites 1.0, Section 3.3.2). False for everything else.
 *
 * @param method the id of the key, which the proof must name.
 * @param multibase the key as an Ed25519 Multikey.
 */
export async function hasGoodJcsProof(
  { proof, ...document }: JsonObject,
  method: string,
  multibase: string,
): Promise<boolean> {
  if (!isJsonObject(proof)) return false;
  const { proofValue, ...options } = proof;
  if (
    options.type !== 'DataIntegrityProof' ||
    options.cryptosuite !== 'eddsa-jcs-2022' ||
    options.proofPurpose !== 'assertionMethod' ||
    options.verificationMethod !== method
  ) {
    return false;
  }
  const signature = signatureIn(proofValue);
  if (signature === null) return false;
  const key = await from({ type: 'Multikey', id: method, publicKeyMultibase: multibase });
  const data = await jcsHashData(document, options);
  return key.verifier().verify({ data, signature });
}

/** Null for what is not the one way in which its 64 bytes are written. */
function signatureIn(proofValue: unknown): Uint8Array | null {
  if (typeof proofValue !== 'string') return null;
  const bytes = decode(proofValue.slice(1));
  return bytes?.length === 64 && base58btc(bytes) === proofValue ? bytes : null;
}
