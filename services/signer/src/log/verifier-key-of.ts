import type { VerificationKey } from '@laurel/core/verification-key';
import { logName } from '@laurel/log/checkpoint';
import { type VerifierKey, verifierKey } from '@laurel/log/verifier-key';
import { base64url } from 'jose';
import type { Signing } from '../env.ts';

/** A key of the log as notes name it. */
export function verifierKeyOf(
  { origin, database }: Signing,
  { jwk }: VerificationKey,
): Promise<VerifierKey> {
  if (jwk.kty !== 'OKP') throw new Error('the log signs with Ed25519 alone');
  return verifierKey(logName(origin, database), new Uint8Array(base64url.decode(jwk.x)));
}
