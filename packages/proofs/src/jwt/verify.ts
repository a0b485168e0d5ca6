import type { VerificationKey } from '@laurel/core/verification-key';
import { compactVerify, errors, importJWK } from 'jose';

/**
 * True when this key signed the token, with the algorithm that belongs to the key (RFC 8725, Section
 * 3.1: the header does not choose). Claims are not looked at.
 */
export async function hasGoodSignature(token: string, key: VerificationKey): Promise<boolean> {
  const algorithm = key.algorithm === 'Ed25519' ? 'EdDSA' : 'RS256';
  try {
    await compactVerify(token, await importJWK({ ...key.jwk }, algorithm), {
      algorithms: [algorithm],
    });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}
