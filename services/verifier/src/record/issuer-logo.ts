import { bytesOfBase64 } from '@laurel/core/base64';
import type { LogoReference } from '@laurel/core/issuer';
import { issuerLogos, issuers } from '@laurel/store/public/issuers';
import { eq } from 'drizzle-orm';
import type { PublicDatabase } from './database.ts';

export type StoredLogo = LogoReference & { readonly bytes: Uint8Array<ArrayBuffer> };

/** The logo that an issuer shows; null where there is none, or no such issuer. */
export async function findLogo(db: PublicDatabase, slug: string): Promise<StoredLogo | null> {
  const [row] = await db
    .select({ logo: issuers.logo, bytes: issuerLogos.bytes })
    .from(issuers)
    .innerJoin(issuerLogos, eq(issuerLogos.issuer, issuers.slug))
    .where(eq(issuers.slug, slug));
  return row === undefined || row.logo === null
    ? null
    : { ...row.logo, bytes: bytesOfBase64(row.bytes) };
}
