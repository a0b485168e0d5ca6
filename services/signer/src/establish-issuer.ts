import { issuerDid, serviceDid } from '@laurel/core/addresses';
import type { IssuerFace } from '@laurel/core/issuer';
import { KEY_ALGORITHMS, type KeyAlgorithm } from '@laurel/core/verification-key';
import { issuers } from '@laurel/store/public/schema';
import type { Signing } from './env.ts';
import { publishKeyHistory } from './keys/history.ts';
import { keysOf, signs } from './keys/load.ts';
import { makeKey } from './keys/make.ts';

/** Makes an issuer with its keys, and the root key of the service before the first of them. */
export async function establishIssuer(
  signing: Signing,
  face: Omit<IssuerFace, 'logo'>,
): Promise<void> {
  const { slug, names, descriptions, vouch } = face;
  await signing.publicStore
    .insert(issuers)
    .values({ ...face, createdAtSeconds: signing.nowSeconds })
    .onConflictDoUpdate({ target: issuers.slug, set: { names, descriptions, vouch } });
  await makeMissingKeys(signing, '', serviceDid(signing.origin), ['Ed25519']);
  await makeMissingKeys(signing, slug, issuerDid(signing.origin, slug), KEY_ALGORITHMS);
  await publishKeyHistory(signing, slug);
}

async function makeMissingKeys(
  signing: Signing,
  owner: string,
  controller: string,
  algorithms: readonly KeyAlgorithm[],
): Promise<void> {
  const keys = await keysOf(signing, owner, controller);
  for (const algorithm of algorithms) {
    if (!keys.some((key) => key.algorithm === algorithm && signs(key))) {
      await makeKey(signing, owner, controller, algorithm);
    }
  }
}
