import { LOG_OWNER } from '@laurel/core/key-owners';
import type { VerifierKey } from '@laurel/log/verifier-key';
import type { Signing } from '../env.ts';
import { currentKey, keysOf, signingKey } from '../keys/load.ts';
import { makeMissingKeys } from '../keys/missing-keys.ts';
import { verifierKeyOf } from './verifier-key-of.ts';

/** Makes the key that signs checkpoints, and publishes it under the root key's signature. May be repeated. */
export async function establishLog(signing: Signing): Promise<void> {
  await makeMissingKeys(signing, LOG_OWNER, ['Ed25519']);
}

/** The key that signs checkpoints now, with its private half. */
export async function currentLogKey(
  signing: Signing,
): Promise<{ readonly key: VerifierKey; readonly privateKey: CryptoKey }> {
  const keys = await keysOf(signing, LOG_OWNER);
  const publicKey = currentKey(keys, 'Ed25519');
  const { privateKey } = await signingKey(signing, LOG_OWNER, publicKey);
  return { key: await verifierKeyOf(signing, publicKey), privateKey };
}
