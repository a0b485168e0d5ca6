import type { JsonObject } from '@laurel/core/json';
import { methodId } from '@laurel/core/verification-key';
import type { SigningKey } from './sign.ts';
import { withEddsaProof } from './sign-document.ts';

/**
 * Adds an `eddsa-jcs-2022` proof to a plain JSON document (W3C Data Integrity EdDSA Cryptosuites 1.0,
 * Section 3.3): for documents that are not linked data, so that no context is needed to check them.
 */
export function withJcsProof(
  document: JsonObject,
  key: SigningKey,
  createdAtSeconds: number,
): Promise<JsonObject> {
  const verificationMethod = methodId(key.publicKey);
  return withEddsaProof(
    { document, suite: 'eddsa-jcs-2022', verificationMethod, createdAtSeconds },
    key,
  );
}
