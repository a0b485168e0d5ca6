import type { VerificationKey } from '@laurel/core/verification-key';
import { base64url, compactVerify, errors, importJWK } from 'jose';

/**
 * True when this key signed the token, with the algorithm that belongs to the key (RFC 8725, Section
 * 3.1: the header does not choose). Claims are not looked at. The signature must be written in the one
 * way that base64url has for its bytes: else its last letter could be changed unseen (RFC 4648, 3.5).
 */
export async function hasGoodSignature(token: string, key: VerificationKey): Promise<boolean> {
  const algorithm = key.algorithm === 'Ed25519' ? 'EdDSA' : 'RS256';
  if (!isCanonical(token.split('.')[2] ?? '')) return false;
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

function isCanonical(part: string): boolean {
  try {
    return base64url.encode(base64url.decode(part)) === part;
  } catch {
    return false;
  }
}
