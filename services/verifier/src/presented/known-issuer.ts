import { issuerSlugIn, serviceDid } from '@laurel/core/addresses';
import type { IssuerFace } from '@laurel/core/issuer';
import type { Report } from '@laurel/verification/report';
import type { PublicDatabase } from '../record/database.ts';
import { findIssuer } from '../record/issuer.ts';
import { serviceFace } from '../record/service-face.ts';

/** The issuer of a report, where it is one of ours and signed what is reported on; else null. */
export async function knownIssuer(
  { checks, credential }: Report,
  db: PublicDatabase,
  origin: string,
): Promise<IssuerFace | null> {
  const isSigned = checks.some(({ check, result }) => check === 'proof' && result === 'pass');
  const known = checks.find(({ finding }) => finding === 'known' || finding === 'known_as_test');
  const did = known?.values[0] ?? '';
  if (isSigned && did === serviceDid(origin)) return serviceFace(db, origin, credential ?? {});
  const slug = issuerSlugIn(origin, did);
  if (!isSigned || slug === null) return null;
  return (await findIssuer(db, origin, slug))?.face ?? null;
}
