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
  return row === undefined ? null : logoIn(row.logo, row);
}

/** A logo from what an issuer’s face says of it and the row that holds its bytes; null without either. */
export function logoIn(
  reference: LogoReference | null,
  row: { readonly bytes: string } | undefined,
): StoredLogo | null {
  return row === undefined || reference === null
    ? null
    : { ...reference, bytes: bytesOfBase64(row.bytes) };
}
