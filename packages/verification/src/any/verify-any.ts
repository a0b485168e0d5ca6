import { issuerOf } from '../ours/verify-ours.ts';
import type { Presented } from '../read.ts';
import { type Report, reportOf } from '../report.ts';
import { checkTime } from '../time-check.ts';
import type { Sources } from '../verify.ts';
import { checkEvidence } from './evidence.ts';
import { checkFormat } from './format.ts';
import { checkIssuer } from './issuer.ts';
import { areProven, checkProofs } from './proofs.ts';
import { checkSchemas } from './schemas.ts';
import { checkStatuses } from './statuses.ts';
import { checkTerms } from './terms.ts';

/**
 * Verifies a credential of any issuer at a moment. What speaks against it already is not asked of other
 * servers: whoever sends nonsense does not choose whom we ask.
 */
export async function verifyAny(
  presented: Presented,
  sources: Sources,
  nowSeconds: number,
): Promise<Report> {
  const { credential } = presented;
  const format = checkFormat(presented);
  const checked = await checkProofs(presented, format, sources, nowSeconds);
  const proven = areProven(checked);
  return reportOf(
    [
      ...format,
      ...checked.format,
      ...checked.proofs,
      checked.identity,
      await checkIssuer(issuerOf(credential), sources.registry),
      checkTime(credential, nowSeconds),
      ...(await checkStatuses(credential, proven, sources, nowSeconds)),
      ...(await checkSchemas(credential, proven, sources, nowSeconds)),
      ...checkTerms(presented),
      checkEvidence(credential),
    ],
    credential,
  );
}
