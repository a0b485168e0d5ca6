import { issuerSlugIn } from '@laurel/core/addresses';
import type { IssuerFace } from '@laurel/core/issuer';
import type { Report } from '@laurel/verification/report';
import type { PublicDatabase } from '../record/database.ts';
import { findIssuer } from '../record/issuer.ts';

/** The issuer of a report, where it is one of ours and signed what is reported on; else null. */
export async function knownIssuer(
  { checks }: Report,
  db: PublicDatabase,
  origin: string,
): Promise<IssuerFace | null> {
  const isSigned = checks.some(({ check, result }) => check === 'proof' && result === 'pass');
  const known = checks.find(({ finding }) => finding === 'known' || finding === 'known_as_test');
  const slug = issuerSlugIn(origin, known?.values[0] ?? '');
  if (!isSigned || slug === null) return null;
  return (await findIssuer(db, origin, slug))?.face ?? null;
}
