import type { KeyAlgorithm, PublishedKey, VerificationKey } from '@laurel/core/verification-key';
import type { SigningKey } from '@laurel/proofs/data-integrity/sign';
import { IMPORT } from '@laurel/proofs/keys/algorithms';
import { sealedKeys } from '@laurel/store/private/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { keySetOf, signingAmong } from './key-set.ts';
import { unseal } from './seal.ts';

/** All keys that an owner ever had, oldest first. `owner` is an issuer's slug, or empty for the root. */
export async function keysOf(signing: Signing, owner: string): Promise<readonly PublishedKey[]> {
  return (await keySetOf(signing, owner)).keys;
}

/** The key of an algorithm that signs now. Throws where there is none. */
export function currentKey(keys: readonly PublishedKey[], algorithm: KeyAlgorithm): PublishedKey {
  const key = signingAmong(keys, algorithm);
  if (key === null) throw new Error(`no ${algorithm} key that signs`);
  return key;
}

/** Unsealed keys of this isolate; they cannot be read back, and a rotation gives a new id. */
const unsealed = new Map<string, CryptoKey>();

/**
 * The private half of a published key, unsealed. `owner` is an issuer's slug, or empty for the root.
 * Throws where the half is missing, or its seal does not open for this owner and key.
 */
export async function signingKey(
  signing: Signing,
  owner: string,
  publicKey: VerificationKey,
): Promise<SigningKey> {
  const before = unsealed.get(publicKey.id);
  if (before !== undefined) return { publicKey, privateKey: before };

  const [row] = await signing.privateStore
    .select()
    .from(sealedKeys)
    .where(eq(sealedKeys.keyId, publicKey.id));
  if (row === undefined) throw new Error('a published key without its sealed half');
  const privateKey = await crypto.subtle.importKey(
    'pkcs8',
    await unseal(row, { owner, keyId: publicKey.id }, signing.keyEncryptionSecrets),
    IMPORT[publicKey.algorithm],
    false,
    ['sign'],
  );
  unsealed.set(publicKey.id, privateKey);
  return { publicKey, privateKey };
}
