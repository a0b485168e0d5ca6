import type { IssuerKey } from '@laurel/contracts/signer-rpc';
import { keyStateOf, type PublishedKey, signsFrom } from '@laurel/core/verification-key';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, isNotNull, or } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { keysOf } from './load.ts';

/** The keys of issuers, each with what stewards need to know of it; oldest first. */
export async function toldKeys(
  signing: Signing,
  slugs: readonly string[],
): Promise<readonly IssuerKey[]> {
  const told = [];
  for (const issuer of slugs) {
    for (const key of await keysOf(signing, issuer)) told.push(await tell(signing, issuer, key));
  }
  return told;
}

async function tell(signing: Signing, issuer: string, key: PublishedKey): Promise<IssuerKey> {
  const state = keyStateOf(key);
  return {
    issuer,
    id: key.id,
    algorithm: key.algorithm,
    state,
    madeAtSeconds: key.createdAtSeconds,
    signsFromSeconds: signsFrom(key),
    retiredAtSeconds: key.retiredAtSeconds,
    compromisedAtSeconds: key.compromisedAtSeconds,
    credentials: state === 'compromised' ? await countSignedBy(signing, key) : null,
  };
}

function countSignedBy({ publicStore }: Signing, { id }: PublishedKey): Promise<number> {
  const { ed25519KeyId, rsaKeyId, rsaJwt } = credentials;
  return publicStore.$count(
    credentials,
    or(eq(ed25519KeyId, id), and(eq(rsaKeyId, id), isNotNull(rsaJwt))),
  );
}
