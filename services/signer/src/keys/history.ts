import type { JsonObject } from '@laurel/core/json';
import { methodId, type PublishedKey, signsFrom } from '@laurel/core/verification-key';
import { withJcsProof } from '@laurel/proofs/data-integrity/sign-jcs';
import type { Signing } from '../env.ts';
import { controllerOf, ROOT_OWNER } from './key-set.ts';
import { currentKey, keysOf, signingKey } from './load.ts';

/**
 * When each key of an owner was made, has signed, was retired or compromised, signed by the root key of
 * the service: the text of keys.json. The dates are here and not in did.json, where a verifier would
 * refuse old proofs for them. The service's own history is signed by its newest root key.
 *
 * @param keys as they are going to stand.
 */
export async function signedHistory(
  signing: Signing,
  owner: string,
  keys: readonly PublishedKey[],
): Promise<string> {
  const ofService = owner === ROOT_OWNER;
  const rootKey = currentKey(ofService ? keys : await keysOf(signing, ROOT_OWNER), 'Ed25519');
  const document = await withJcsProof(
    {
      [ofService ? 'service' : 'issuer']: controllerOf(signing, owner),
      publishedAt: dateTime(signing.nowSeconds),
      keys: keys.map(entry),
    },
    await signingKey(signing, ROOT_OWNER, rootKey),
    signing.nowSeconds,
  );
  return JSON.stringify(document);
}

function entry(key: PublishedKey): JsonObject {
  return {
    id: methodId(key),
    algorithm: key.algorithm,
    publicKeyJwk: { ...key.jwk },
    ...(key.multibase === null ? {} : { publicKeyMultibase: key.multibase }),
    createdAt: dateTime(key.createdAtSeconds),
    signsFrom: dateTime(signsFrom(key)),
    ...(key.retiredAtSeconds === null ? {} : { retiredAt: dateTime(key.retiredAtSeconds) }),
    ...(key.compromisedAtSeconds === null
      ? {}
      : { compromisedAt: dateTime(key.compromisedAtSeconds) }),
  };
}

function dateTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}
