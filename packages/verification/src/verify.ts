import { credentialIdIn } from '@laurel/core/addresses';
import type { KnownForms } from '@laurel/proofs/canonical/known-forms';
import type { Work } from '@laurel/proofs/data-integrity/work';
import { verifyAny } from './any/verify-any.ts';
import { asSigned } from './as-signed.ts';
import { withHeld } from './held.ts';
import { claimsToBeOurs } from './ours/claims-to-be-ours.ts';
import { issuerOf, verifyOurs } from './ours/verify-ours.ts';
import type { Presented } from './read.ts';
import type { Registry } from './registry.ts';
import type { Report } from './report.ts';
import type { Retrieve } from './retrieve.ts';

/** What a verification asks beyond the document: our own record, and other servers. */
export type Sources = {
  readonly registry: Registry;
  readonly retrieve: Retrieve;
  /** What was computed for all that is verified together; whatever is verified adds to it. */
  readonly work: Work;
  /** What was learned of the shapes of ours; by default, what this isolate has learned. */
  readonly forms?: KnownForms;
};

/**
 * Verifies a credential of anybody at a moment, and, of a learner record, each that it holds. What says that it is ours is held to what we issue: a
 * closed shape, our own keys, our record. Test issuers sign documents of any shape, and are judged like
 * anybody else, but for the addresses of our credentials. The caller brings the clock.
 */
export async function verify(
  presented: Presented,
  sources: Sources,
  nowSeconds: number,
): Promise<Report> {
  const report = await verifyAlone(presented, sources, nowSeconds);
  return withHeld(report, presented.credential, (held) => verifyAlone(held, sources, nowSeconds));
}

/** The same without what a learner record holds. */
async function verifyAlone(
  presented: Presented,
  sources: Sources,
  nowSeconds: number,
): Promise<Report> {
  const { registry } = sources;
  return claimsToBeOurs(presented, registry.origin) && !(await isOfTestIssuer(presented, registry))
    ? verifyOurs(presented, registry, nowSeconds, sources.forms)
    : verifyAny(presented, sources, nowSeconds);
}

async function isOfTestIssuer(presented: Presented, registry: Registry): Promise<boolean> {
  const { credential } = presented;
  const { id, jti } = asSigned(presented);
  const ids = [credential.id, id, jti].filter((one) => typeof one === 'string');
  if (ids.some((one) => credentialIdIn(registry.origin, one) !== null)) return false;
  const issuer = await registry.issuer(issuerOf(credential));
  return issuer?.face.kind === 'test';
}
