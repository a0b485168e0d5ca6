import { issuerSlugIn, serviceDid } from '@laurel/core/addresses';
import type { IssuerFace } from '@laurel/core/issuer';
import type { Report } from '@laurel/verification/report';
import type { PublicDatabases } from '../record/database.ts';
import { findIssuer } from '../record/issuer.ts';
import { serviceFace } from '../record/service-face.ts';
import type { PresentedReport } from './report.ts';

/** The issuer of a report, where it is one of ours and signed what is reported on; else null. */
export async function knownIssuer(
  { checks, credential }: Report,
  databases: PublicDatabases,
  origin: string,
): Promise<IssuerFace | null> {
  const isSigned = checks.some(({ check, result }) => check === 'proof' && result === 'pass');
  const known = checks.find(({ finding }) => finding === 'known' || finding === 'known_as_test');
  const did = known?.values[0] ?? '';
  if (isSigned && did === serviceDid(origin))
    return serviceFace(databases, origin, credential ?? {});
  const slug = issuerSlugIn(origin, did);
  if (!isSigned || slug === null) return null;
  return (await findIssuer(await databases.ofIssuer(slug), origin, slug))?.face ?? null;
}

/**
 * The issuer to tell of with a report: of several credentials one that was invented for demonstrations,
 * where there is one, as that must be said.
 */
export async function issuerToTell(
  report: PresentedReport,
  databases: PublicDatabases,
  origin: string,
): Promise<IssuerFace | null> {
  const known = new Map(
    (report.credentials ?? [report]).map((one) => [issuerOf(one), one] as const),
  );
  const faces: (IssuerFace | null)[] = [];
  for (const one of known.values()) faces.push(await knownIssuer(one, databases, origin));
  return faces.find((face) => face?.demonstration === true) ?? faces[0] ?? null;
}

/** What tells credentials of one issuer from those of others. */
function issuerOf({ checks }: Report): string {
  const proven = checks.some(({ check, result }) => check === 'proof' && result === 'pass');
  const said = checks.find(({ check }) => check === 'issuer');
  return `${proven} ${said?.finding} ${said?.values.join(' ')}`;
}
