import type { LogoToShow } from '@laurel/contracts/signer-rpc';
import { bytesOfBase64 } from '@laurel/core/base64';
import type { LogoReference } from '@laurel/core/issuer';
import { MAX_LOGO_BYTES } from '@laurel/logo/limits';
import { logoTypeOf } from '@laurel/logo/logo-type';
import { issuerLogos, issuers } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from './env.ts';

/**
 * Shows a logo, or none. The desk has checked what is in it; here it is seen once more that it is a
 * picture, not too long, and the one that its digest names. Throws where it is not.
 */
export async function setLogo(
  { publicStore }: Signing,
  slug: string,
  logo: LogoToShow | null,
): Promise<void> {
  const ofIssuer = eq(issuers.slug, slug);
  if (logo === null) {
    await publicStore.batch([
      publicStore.update(issuers).set({ logo: null }).where(ofIssuer),
      publicStore.delete(issuerLogos).where(eq(issuerLogos.issuer, slug)),
    ]);
    return;
  }
  const { bytes, ...reference } = logo;
  if (!(await isAsNamed(bytesOfBase64(bytes), reference))) {
    throw new Error('a logo is not what it is said to be');
  }
  await publicStore.batch([
    publicStore.update(issuers).set({ logo: reference }).where(ofIssuer),
    publicStore
      .insert(issuerLogos)
      .values({ issuer: slug, bytes })
      .onConflictDoUpdate({ target: issuerLogos.issuer, set: { bytes } }),
  ]);
}

/** What is shown for an issuer. */
export async function logoOf(
  { publicStore }: Signing,
  slug: string,
): Promise<LogoReference | null> {
  const [issuer] = await publicStore
    .select({ logo: issuers.logo })
    .from(issuers)
    .where(eq(issuers.slug, slug));
  return issuer?.logo ?? null;
}

/** The same with its bytes. */
export async function shownLogo(
  { publicStore }: Signing,
  slug: string,
): Promise<LogoToShow | null> {
  const [row] = await publicStore
    .select({ logo: issuers.logo, bytes: issuerLogos.bytes })
    .from(issuers)
    .innerJoin(issuerLogos, eq(issuerLogos.issuer, issuers.slug))
    .where(eq(issuers.slug, slug));
  return row === undefined || row.logo === null ? null : { ...row.logo, bytes: row.bytes };
}

async function isAsNamed(
  bytes: Uint8Array<ArrayBuffer>,
  { type, digest }: LogoReference,
): Promise<boolean> {
  if (bytes.length > MAX_LOGO_BYTES || logoTypeOf(bytes) !== type) return false;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return digest === Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
