import { credentialIdIn } from '@laurel/core/addresses';
import { type JsonObject, stringAt } from '@laurel/core/json';
import { type Check, type Verdict, verdictOf } from '@laurel/core/verdict';
import { ISSUED_SHAPES } from './issued-shape.ts';
import { claimsToBeOurs } from './ours.ts';
import { checkProof } from './proof-check.ts';
import type { Presented } from './read.ts';
import type { CredentialStanding, KnownIssuer, Registry } from './registry.ts';
import { checkTime } from './time-check.ts';

export type Report = {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  /** What was presented, as it was presented; null where nothing was found to look at. */
  readonly credential: JsonObject | null;
};

/**
 * Verifies a credential at a moment. The one path for strangers and for the signer's own output.
 * Pure but for the registry: the caller brings the clock.
 */
export async function verify(
  presented: Presented,
  registry: Registry,
  nowSeconds: number,
): Promise<Report> {
  const { credential } = presented;
  if (!claimsToBeOurs(presented, registry.origin)) return report(FOREIGN, credential);

  const format = checkFormat(presented, registry.origin);
  const issuer = await registry.issuer(issuerOf(credential));
  if (format.finding === 'not_open_badge' || issuer === null) {
    return report([format, NO_PROOF, checkIssuer(issuer), NO_TIME, NO_STATUS], credential);
  }
  const proof = await checkProof(presented, issuer.keys);
  const status = proof.result === 'pass' ? await statusOf(credential, registry) : NO_STATUS;
  return report(
    [format, proof, checkIssuer(issuer), checkTime(credential, nowSeconds), status],
    credential,
  );
}

/**
 * Asked only for what was signed: whoever knows an id and has no copy must not learn by a document of
 * their own making whether there is a credential, nor what became of it.
 */
async function statusOf(credential: JsonObject, registry: Registry): Promise<Check> {
  const id = credentialIdIn(registry.origin, stringAt(credential, 'id') ?? '');
  return checkStatus(id === null ? null : await registry.standing(id));
}

/** The report where an address was given and nothing can be shown: hidden and unknown answer alike. */
export function nothingRetrieved(finding: 'nothing_here' | 'foreign_address'): Report {
  const result = finding === 'nothing_here' ? 'fail' : 'warn';
  return report([{ check: 'retrieval', result, finding, values: [] }], null);
}

const FOREIGN: readonly Check[] = [
  { check: 'format', result: 'skipped', finding: 'foreign', values: [] },
  { check: 'issuer', result: 'warn', finding: 'not_supported_yet', values: [] },
];

const NO_PROOF: Check = { check: 'proof', result: 'skipped', finding: 'not_checked', values: [] };
const NO_TIME: Check = { check: 'time', result: 'skipped', finding: 'not_checked', values: [] };
const NO_STATUS: Check = { check: 'status', result: 'skipped', finding: 'not_checked', values: [] };

function checkFormat(presented: Presented, origin: string): Check {
  const { credential, form } = presented;
  const types = credential.type;
  if (
    !Array.isArray(types) ||
    !types.includes('OpenBadgeCredential') ||
    credentialIdIn(origin, stringAt(credential, 'id') ?? '') === null
  ) {
    return { check: 'format', result: 'fail', finding: 'not_open_badge', values: [] };
  }
  const inShape = ISSUED_SHAPES[form].safeParse(credential);
  if (inShape.success) {
    const name = form === 'jwt' ? 'JWT' : 'Data Integrity';
    return { check: 'format', result: 'pass', finding: 'open_badge', values: [name] };
  }
  const where = (inShape.error.issues[0]?.path ?? []).join('/');
  return { check: 'format', result: 'fail', finding: 'altered_shape', values: [`/${where}`] };
}

function issuerOf(credential: JsonObject): string {
  return stringAt(credential, 'issuer', 'id') ?? stringAt(credential, 'issuer') ?? '';
}

function checkIssuer(issuer: KnownIssuer | null): Check {
  if (issuer === null) return { check: 'issuer', result: 'fail', finding: 'unknown', values: [] };
  return issuer.face.kind === 'test'
    ? { check: 'issuer', result: 'warn', finding: 'known_as_test', values: [issuer.did] }
    : { check: 'issuer', result: 'pass', finding: 'known', values: [issuer.did] };
}

function checkStatus(standing: CredentialStanding | null): Check {
  if (standing === null) {
    return { check: 'status', result: 'fail', finding: 'not_on_record', values: [] };
  }
  return {
    check: 'status',
    result: standing.state === 'active' ? 'pass' : 'fail',
    finding: standing.state,
    values: standing.since === null ? [] : [standing.since],
  };
}

function report(checks: readonly Check[], credential: JsonObject | null): Report {
  return { verdict: verdictOf(checks), checks, credential };
}
