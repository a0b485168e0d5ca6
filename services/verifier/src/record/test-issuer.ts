import { verificationKeys } from '@laurel/store/public/verification-keys';
import type { KnownIssuer } from '@laurel/verification/registry';
import { eq } from 'drizzle-orm';
import { firstFound, type PublicDatabase, type PublicDatabases } from './database.ts';
import { findIssuer } from './issuer.ts';

/**
 * The test issuer whose key a did:key is, as it signs under that name too, and is to be called a test there as
 * well. Null for every other name: no other issuer is known by a key.
 */
export async function findTestIssuer(
  { each }: PublicDatabases,
  origin: string,
  did: string,
): Promise<KnownIssuer | null> {
  const multibase = /^did:key:(z6Mk\w+)$/.exec(did)?.[1];
  if (multibase === undefined) return null;
  return firstFound(each, (db) => findByKey(db, origin, multibase));
}

async function findByKey(
  db: PublicDatabase,
  origin: string,
  multibase: string,
): Promise<KnownIssuer | null> {
  const [key] = await db
    .select({ owner: verificationKeys.owner })
    .from(verificationKeys)
    .where(eq(verificationKeys.multibase, multibase));
  const issuer = key === undefined ? null : await findIssuer(db, origin, key.owner);
  return issuer?.face.kind === 'test' ? issuer : null;
}
