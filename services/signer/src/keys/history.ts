import { issuerDid, serviceDid } from '@laurel/core/addresses';
import type { JsonObject } from '@laurel/core/json';
import { methodId, type VerificationKey } from '@laurel/core/verification-key';
import { withJcsProof } from '@laurel/proofs/data-integrity/sign-jcs';
import { keyHistories } from '@laurel/store/public/schema';
import type { Signing } from '../env.ts';
import { currentKey, keysOf, signingKey } from './load.ts';

/**
 * Publishes when each key of an issuer was made, retired or compromised, signed by the root key of the
 * service. The dates are here and not in did.json, where a verifier would refuse old proofs for them.
 */
export async function publishKeyHistory(signing: Signing, slug: string): Promise<void> {
  const issuer = issuerDid(signing.origin, slug);
  const root = serviceDid(signing.origin);
  const rootKey = currentKey(await keysOf(signing, '', root), 'Ed25519');
  const document = await withJcsProof(
    {
      issuer,
      publishedAt: dateTime(signing.nowSeconds),
      keys: (await keysOf(signing, slug, issuer)).map(entry),
    },
    await signingKey(signing, '', rootKey),
    signing.nowSeconds,
  );
  const row = { document: JSON.stringify(document), signedAtSeconds: signing.nowSeconds };
  await signing.publicStore
    .insert(keyHistories)
    .values({ issuer: slug, ...row })
    .onConflictDoUpdate({ target: keyHistories.issuer, set: row });
}

function entry(key: VerificationKey): JsonObject {
  return {
    id: methodId(key),
    algorithm: key.algorithm,
    publicKeyJwk: { ...key.jwk },
    ...(key.multibase === null ? {} : { publicKeyMultibase: key.multibase }),
    createdAt: dateTime(key.createdAtSeconds),
    ...(key.retiredAtSeconds === null ? {} : { retiredAt: dateTime(key.retiredAtSeconds) }),
    ...(key.compromisedAtSeconds === null
      ? {}
      : { compromisedAt: dateTime(key.compromisedAtSeconds) }),
  };
}

function dateTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}
