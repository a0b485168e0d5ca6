import type { IssuerFace } from '@laurel/core/issuer';
import { KEY_ALGORITHMS } from '@laurel/core/verification-key';
import { issuers } from '@laurel/store/public/schema';
import type { Signing } from './env.ts';
import { copyServiceKeys } from './keys/copy-service-keys.ts';
import { ROOT_OWNER } from './keys/key-set.ts';
import { makeMissingKeys } from './keys/missing-keys.ts';
import { establishLog } from './log/log-key.ts';
import { placeIssuer } from './place-issuer.ts';

/** Makes an issuer with its keys, and the keys of the service and its log before the first of them. */
export async function establishIssuer(
  signing: Signing,
  face: Omit<IssuerFace, 'logo'>,
): Promise<void> {
  const { slug, names, descriptions, vouch } = face;
  const home = await placeIssuer(signing, slug);
  await home.publicStore
    .insert(issuers)
    .values({ ...face, createdAtSeconds: signing.nowSeconds })
    .onConflictDoUpdate({ target: issuers.slug, set: { names, descriptions, vouch } });
  await makeMissingKeys(signing, ROOT_OWNER, ['Ed25519']);
  await establishLog(signing);
  await copyServiceKeys(home);
  await makeMissingKeys(home, slug, KEY_ALGORITHMS);
}
