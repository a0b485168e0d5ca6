import type { JsonObject } from '@laurel/core/json';
import { methodId } from '@laurel/core/verification-key';
import { base58btc } from '../multibase.ts';
import { jcsHashData } from './jcs-hash-data.ts';
import type { SigningKey } from './sign.ts';

/**
 * Adds an `eddsa-jcs-2022` proof to a plain JSON document (W3C Data Integrity EdDSA Cryptosuites 1.0,
 * Section 3.3): for documents that are not linked data, so that no context is needed to check them.
 */
export async function withJcsProof(
  document: JsonObject,
  key: SigningKey,
  createdAtSeconds: number,
): Promise<JsonObject> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: new Date(createdAtSeconds * 1000).toISOString().replace('.000', ''),
    verificationMethod: methodId(key.publicKey),
    proofPurpose: 'assertionMethod',
  };
  const signature = await crypto.subtle.sign(
    'Ed25519',
    key.privateKey,
    await jcsHashData(document, options),
  );
  return { ...document, proof: { ...options, proofValue: base58btc(new Uint8Array(signature)) } };
}
