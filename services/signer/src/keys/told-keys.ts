import type { IssuerKey } from '@laurel/contracts/signer-rpc';
import { keyStateOf, type PublishedKey, signsFrom } from '@laurel/core/verification-key';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, isNotNull, or } from 'drizzle-orm';
import { atHome, inEach } from '../databases.ts';
import type { Signing } from '../env.ts';
import { isOfService } from './key-set.ts';
import { keysOf } from './load.ts';

/** The keys of issuers, each with what stewards need to know of it; oldest first. */
export async function toldKeys(
  signing: Signing,
  slugs: readonly string[],
): Promise<readonly IssuerKey[]> {
  const told = [];
  for (const issuer of slugs) {
    const home = await atHome(signing, issuer);
    for (const key of await keysOf(home, issuer)) told.push(await tell(home, issuer, key));
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
    credentials: state === 'compromised' ? await countSignedBy(signing, issuer, key) : null,
  };
}

async function countSignedBy(
  signing: Signing,
  owner: string,
  { id }: PublishedKey,
): Promise<number> {
  const { ed25519KeyId, rsaKeyId, rsaJwt } = credentials;
  const isSigned = or(eq(ed25519KeyId, id), and(eq(rsaKeyId, id), isNotNull(rsaJwt)));
  let count = 0;
  for (const { publicStore } of isOfService(owner) ? inEach(signing) : [signing]) {
    count += await publicStore.$count(credentials, isSigned);
  }
  return count;
}
