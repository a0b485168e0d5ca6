import { credentialIdIn } from '@laurel/core/addresses';
import { type JsonObject, stringAt } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';
import { asSigned } from '../as-signed.ts';
import type { Presented } from '../read.ts';
import type { CredentialStanding, KnownIssuer, Registry } from '../registry.ts';
import { type Report, reportOf } from '../report.ts';
import { checkTime } from '../time-check.ts';
import { ISSUED_SHAPES } from './issued-shape.ts';
import { checkProof } from './proof-check.ts';

/**
 * Verifies at a moment what says that it was issued here. The one path for strangers and for the signer's
 * own output. Pure but for the registry: the caller brings the clock.
 */
export async function verifyOurs(
  presented: Presented,
  registry: Registry,
  nowSeconds: number,
): Promise<Report> {
  const credential = asSigned(presented);
  const format = checkFormat(presented, registry.origin);
  const issuer = await registry.issuer(issuerOf(credential));
  if (format.finding === 'not_open_badge' || issuer === null) {
    return reportOf(
      [format, NO_PROOF, NO_IDENTITY, checkIssuer(issuer), NO_TIME, NO_STATUS],
      credential,
    );
  }
  const proof = await checkProof(presented, issuer.keys);
  const status = proof.result === 'pass' ? await statusOf(credential, registry) : NO_STATUS;
  return reportOf(
    [
      format,
      proof,
      checkIdentity(issuer, proof),
      checkIssuer(issuer),
      checkTime(credential, nowSeconds),
      status,
    ],
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

const NO_PROOF: Check = { check: 'proof', result: 'skipped', finding: 'not_checked', values: [] };
const NO_IDENTITY: Check = {
  check: 'identity',
  result: 'skipped',
  finding: 'not_checked',
  values: [],
};
const NO_TIME: Check = { check: 'time', result: 'skipped', finding: 'not_checked', values: [] };
const NO_STATUS: Check = { check: 'status', result: 'skipped', finding: 'not_checked', values: [] };

function checkFormat(presented: Presented, origin: string): Check {
  const { form } = presented;
  const credential = asSigned(presented);
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

/** The issuer that a credential names, in any of the ways in which it may; empty where it names none. */
export function issuerOf(credential: JsonObject): string {
  return (
    stringAt(credential, 'issuer', 'id') ??
    stringAt(credential, 'issuer') ??
    stringAt(credential, 'iss') ??
    ''
  );
}

/** The keys of our issuers are on our record, so that nobody else need be asked whose they are. */
function checkIdentity({ did }: KnownIssuer, proof: Check): Check {
  return proof.result === 'pass'
    ? { check: 'identity', result: 'pass', finding: 'resolved', values: [did, 'did:web'] }
    : NO_IDENTITY;
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
