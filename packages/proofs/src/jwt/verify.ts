import type { VerificationKey } from '@laurel/core/verification-key';
import { isSignedBy } from './signature.ts';

/** True when this key of ours signed the token, with the algorithm that belongs to the key. */
export async function hasGoodSignature(
  token: string,
  { algorithm, jwk }: VerificationKey,
): Promise<boolean> {
  return isSignedBy(token, { kind: algorithm === 'Ed25519' ? algorithm : 'RSA', jwk });
}
