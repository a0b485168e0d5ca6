import { credentialIdIn, serviceDid } from '@laurel/core/addresses';
import { dayOf } from '@laurel/core/day';
import { isEndorsement } from '@laurel/core/endorsement';
import { type JsonObject, stringAt } from '@laurel/core/json';
import { isLearnerRecord } from '@laurel/core/learner-record';
import type { Check } from '@laurel/core/verdict';
import { FORMS } from '@laurel/proofs/canonical/known-forms';
import { type Shaped, shapedBy } from '@laurel/proofs/canonical/shaped';
import { asSigned } from '../as-signed.ts';
import type { Presented } from '../read.ts';
import type { CredentialStanding, KnownIssuer, LogPlace, Registry } from '../registry.ts';
import { type Report, reportOf } from '../report.ts';
import { checkTime } from '../time-check.ts';
import { CLOSED_SHAPES, inClosedShape } from './closed-shape.ts';
import { checkProof } from './proof-check.ts';
import { repeatedPart } from './repeated-part.ts';
import { checkRole } from './role-check.ts';
import { signatureOf } from './signature-of.ts';
import { judgeStolen } from './stolen-key.ts';

/**
 * Verifies at a moment what says that it was issued here. The one path for strangers and for the signer's
 * own output. Pure but for the registry and for the forms that were learned of what was verified before, which
 * change the time alone: the caller brings the clock.
 */
export async function verifyOurs(
  presented: Presented,
  registry: Registry,
  nowSeconds: number,
  forms = FORMS,
): Promise<Report> {
  const credential = asSigned(presented);
  const shaped = presented.form === 'jwt' ? undefined : shapedBy(credential, forms);
  const format = checkFormat(presented, registry.origin, shaped);
  const issuer = await registry.issuer(issuerOf(credential));
  if (format.finding === 'not_open_badge' || issuer === null) {
    return reportOf(
      [format, NO_PROOF, NO_IDENTITY, checkIssuer(issuer), NO_TIME, NO_STATUS, NO_LOG],
      credential,
    );
  }
  const signed = await checkProof(presented, issuer.keys, forms, shaped);
  const proof = await judgeStolen(signed, presented, issuer, registry);
  const [status, log, ...role] =
    proof.result === 'pass' ? await onRecord(presented, registry, nowSeconds) : [NO_STATUS, NO_LOG];
  return reportOf(
    [
      format,
      proof,
      checkIdentity(issuer, proof),
      checkIssuer(issuer),
      checkTime(credential, nowSeconds),
      status,
      log,
      ...role,
    ],
    credential,
  );
}

/**
 * Asked only for what was signed: whoever knows an id and has no copy must not learn by a document of
 * their own making whether there is a credential, nor what became of it.
 */
async function onRecord(
  presented: Presented,
  registry: Registry,
  nowSeconds: number,
): Promise<readonly [status: Check, log: Check, ...role: Check[]]> {
  const id = credentialIdIn(registry.origin, stringAt(presented.credential, 'id') ?? '');
  if (id === null) return [checkStatus(null), NO_LOG];
  const [standing, place] = await Promise.all([
    registry.standing(id),
    registry.logged(id, signatureOf(presented)),
  ]);
  const role = checkRole(asSigned(presented), standing, nowSeconds);
  return [checkStatus(standing), checkLog(place), ...role];
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
const NO_LOG: Check = { check: 'log', result: 'skipped', finding: 'not_checked', values: [] };

function checkFormat(presented: Presented, origin: string, shaped: Shaped | undefined): Check {
  const credential = asSigned(presented);
  const types = credential.type;
  const kind = kindOf(credential);
  if (
    !Array.isArray(types) ||
    !(kind !== 'open_badge' || types.includes('OpenBadgeCredential')) ||
    credentialIdIn(origin, stringAt(credential, 'id') ?? '') === null
  ) {
    return { check: 'format', result: 'fail', finding: 'not_open_badge', values: [] };
  }
  // Records and endorsements are signed by the service, and credentials never are.
  if ((kind !== 'open_badge') !== (issuerOf(credential) === serviceDid(origin))) {
    return { check: 'format', result: 'fail', finding: 'altered_shape', values: ['/issuer'] };
  }
  const inShape =
    shaped === undefined
      ? CLOSED_SHAPES[kind].jwt.safeParse(credential)
      : inClosedShape(kind, credential, shaped);
  const repeated = repeatedPart(credential);
  if (repeated !== null) {
    return { check: 'format', result: 'fail', finding: 'altered_shape', values: [repeated] };
  }
  if (inShape.success) {
    const name = shaped === undefined ? 'JWT' : 'Data Integrity';
    return { check: 'format', result: 'pass', finding: kind, values: [name] };
  }
  const where = (inShape.error.issues[0]?.path ?? []).join('/');
  return { check: 'format', result: 'fail', finding: 'altered_shape', values: [`/${where}`] };
}

function kindOf(credential: JsonObject): keyof typeof CLOSED_SHAPES {
  if (isLearnerRecord(credential)) return 'learner_record';
  return isEndorsement(credential) ? 'endorsement' : 'open_badge';
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

/** Whatever is signed here is logged: what is not was signed by somebody who has our key. */
function checkLog(place: LogPlace | null): Check {
  switch (place?.state) {
    case undefined:
      return NO_LOG;
    case 'included': {
      const values = [String(place.index), dayOf(place.loggedAtSeconds)];
      return { check: 'log', result: 'pass', finding: 'included', values };
    }
    case 'off_record':
      return { check: 'log', result: 'fail', finding: 'off_record', values: [] };
    case 'waiting':
    case 'unlinked':
      return { check: 'log', result: 'skipped', finding: place.state, values: [] };
  }
}
