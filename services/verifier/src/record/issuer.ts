import { issuerDid } from '@laurel/core/addresses';
import type { IssuerFace } from '@laurel/core/issuer';
import type { PublishedKey } from '@laurel/core/verification-key';
import { issuers } from '@laurel/store/public/issuers';
import type { KnownIssuer } from '@laurel/verification/registry';
import { eq } from 'drizzle-orm';
import type { PublicDatabase } from './database.ts';
import { keyOf, keysOf } from './keys.ts';

/** An issuer with all that is told of it. */
export type IssuerOnRecord = KnownIssuer & { readonly face: IssuerFace };

/** One whose keys tell their turns too. */
export type PublishedIssuer = Omit<IssuerOnRecord, 'keys'> & {
  readonly keys: readonly PublishedKey[];
};

/** An issuer with every key it ever had; null where there is none. One round trip. */
export async function findIssuer(
  db: PublicDatabase,
  origin: string,
  slug: string,
): Promise<PublishedIssuer | null> {
  const [[row], keys] = await db.batch([faceRow(db, slug), keysOf(db, slug)]);
  return row === undefined ? null : publishedIssuer(origin, row, keys);
}

/** The statement that reads the face of an issuer: one row, or none. */
export function faceRow(db: PublicDatabase, slug: string) {
  return db.select().from(issuers).where(eq(issuers.slug, slug));
}

/** An issuer from its row and those of its keys. */
export function publishedIssuer(
  origin: string,
  row: typeof issuers.$inferSelect,
  keys: Awaited<ReturnType<typeof keysOf>>,
): PublishedIssuer {
  const did = issuerDid(origin, row.slug);
  return { face: faceOf(row), did, keys: keys.map((key) => keyOf(key, did)) };
}

/** What a row says of an issuer, without what only this database needs. */
export function faceOf({ createdAtSeconds: _, ...face }: typeof issuers.$inferSelect): IssuerFace {
  return face;
}
