import type { KeyAlgorithm, PublicJwk, PublishedKey } from '@laurel/core/verification-key';
import { GENERATE } from '@laurel/proofs/keys/algorithms';
import { multibaseOf } from '@laurel/proofs/multibase';
import { sealedKeys } from '@laurel/store/private/schema';
import { verificationKeys } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { controllerOf } from './key-set.ts';
import { seal } from './seal.ts';

/**
 * Makes a key pair here, and keeps the private half only sealed. The sealed half is stored first: a
 * public key that nobody can sign with would be worse than a sealed one that nobody knows. The answer is
 * still to be published.
 *
 * @param signsFromSeconds when its turn comes; null where it signs at once.
 */
export async function makeKey(
  signing: Signing,
  owner: string,
  algorithm: KeyAlgorithm,
  signsFromSeconds: number | null,
): Promise<PublishedKey> {
  const pair = await crypto.subtle.generateKey(GENERATE[algorithm], true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('the platform made no key pair');
  const jwk = publicPart(await crypto.subtle.exportKey('jwk', pair.publicKey));
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  if (!(pkcs8 instanceof ArrayBuffer)) throw new Error('the platform exported no PKCS #8');

  const key: PublishedKey = {
    id: freshId(),
    controller: controllerOf(signing, owner),
    algorithm,
    jwk,
    multibase: jwk.kty === 'OKP' ? await multibaseOf(jwk) : null,
    createdAtSeconds: signing.nowSeconds,
    waiting: signsFromSeconds !== null,
    signsFromSeconds: signsFromSeconds ?? signing.nowSeconds,
    retiredAtSeconds: null,
    compromisedAtSeconds: null,
  };
  const sealed = await seal(pkcs8, { owner, keyId: key.id }, signing.keyEncryptionSecrets);
  await signing.privateStore.insert(sealedKeys).values({ keyId: key.id, owner, ...sealed });
  return key;
}

/** The statement that publishes a key; it fails where another one has its place. */
export function publishingKey({ publicStore }: Signing, owner: string, key: PublishedKey) {
  const { controller: _, ...row } = key;
  return publicStore.insert(verificationKeys).values({ ...row, owner });
}

/** Throws away the sealed half of a key that was not published in the end. */
export async function forgetUnpublished(signing: Signing, keyId: string): Promise<void> {
  const [published] = await signing.publicStore
    .select({ id: verificationKeys.id })
    .from(verificationKeys)
    .where(eq(verificationKeys.id, keyId));
  if (published !== undefined) return;
  await signing.privateStore.delete(sealedKeys).where(eq(sealedKeys.keyId, keyId));
}

function publicPart(jwk: unknown): PublicJwk {
  const { kty, crv, x, n, e } = Object(jwk);
  if (kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string') return { kty, crv, x };
  if (kty === 'RSA' && typeof n === 'string' && typeof e === 'string') return { kty, n, e };
  throw new Error('the platform exported a public key of an unknown form');
}
