import type { KeyAlgorithm, PublicJwk, VerificationKey } from '@laurel/core/verification-key';
import { multibaseOf } from '@laurel/proofs/multibase';
import { sealedKeys } from '@laurel/store/private/schema';
import { verificationKeys } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { GENERATE } from './algorithms.ts';
import { seal } from './seal.ts';

/**
 * Makes a key pair here, and keeps the private half only sealed. The sealed half is stored first: a
 * public key that nobody can sign with would be worse than a sealed one that nobody knows. Where
 * another call made the owner's key meanwhile, that one stands and this one is thrown away.
 */
export async function makeKey(
  signing: Signing,
  owner: string,
  controller: string,
  algorithm: KeyAlgorithm,
): Promise<void> {
  const pair = await crypto.subtle.generateKey(GENERATE[algorithm], true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('the platform made no key pair');
  const jwk = publicPart(await crypto.subtle.exportKey('jwk', pair.publicKey));
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  if (!(pkcs8 instanceof ArrayBuffer)) throw new Error('the platform exported no PKCS #8');

  const key: VerificationKey = {
    id: freshId(),
    controller,
    algorithm,
    jwk,
    multibase: jwk.kty === 'OKP' ? await multibaseOf(jwk) : null,
    createdAtSeconds: signing.nowSeconds,
    retiredAtSeconds: null,
    compromisedAtSeconds: null,
  };
  const sealed = await seal(pkcs8, { owner, keyId: key.id }, signing.keyEncryptionSecrets);
  await signing.privateStore.insert(sealedKeys).values({ keyId: key.id, owner, ...sealed });
  const { controller: _, ...row } = key;
  const published = await signing.publicStore
    .insert(verificationKeys)
    .values({ ...row, owner })
    .onConflictDoNothing()
    .returning({ id: verificationKeys.id });
  if (published.length === 0) {
    await signing.privateStore.delete(sealedKeys).where(eq(sealedKeys.keyId, key.id));
  }
}

function publicPart(jwk: unknown): PublicJwk {
  const { kty, crv, x, n, e } = Object(jwk);
  if (kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string') return { kty, crv, x };
  if (kty === 'RSA' && typeof n === 'string' && typeof e === 'string') return { kty, n, e };
  throw new Error('the platform exported a public key of an unknown form');
}
