/** The sum of a verification. */
export const VERDICTS = [
  'valid',
  'invalid',
  'revoked',
  'suspended',
  'withdrawn',
  'superseded',
  'expired',
  'not_yet_valid',
  'unknown',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One question a verification asked, in the order in which they are shown. */
export const CHECK_NAMES = [
  'retrieval',
  'format',
  'proof',
  'issuer',
  'time',
  'status',
  'print',
] as const;
/** What is signed and printed: each is compared. */
export const PRINTED_FIELDS = [
  'holder',
  'achievement',
  'issuer',
  'role',
  'period',
  'hours',
  'issued',
  'valid_until',
  'signatory',
  'address',
] as const;
export type PrintedField = (typeof PRINTED_FIELDS)[number];

export type CheckName = (typeof CHECK_NAMES)[number];

export type CheckResult = 'pass' | 'fail' | 'warn' | 'skipped';

/** What every check can have found, by its name. Each has a sentence of its own in `i18n`. */
export type CheckFindings = {
  readonly retrieval: 'nothing_here' | 'foreign_address';
  readonly format: 'open_badge' | 'not_open_badge' | 'altered_shape' | 'foreign';
  readonly proof:
    | 'signature_good'
    | 'signature_bad'
    | 'missing'
    | 'unknown_kind'
    | 'unknown_context'
    | 'unknown_key'
    | 'compromised_key'
    | 'claims_differ'
    | 'not_checked';
  readonly issuer: 'known' | 'known_as_test' | 'unknown' | 'not_supported_yet';
  readonly time: 'current' | 'expired' | 'not_yet_valid' | 'unreadable' | 'not_checked';
  readonly status: CredentialState | 'not_on_record' | 'not_checked';
  /** What the pages around a credential say, where it came in a PDF. */
  readonly print:
    | 'as_signed'
    | 'differs'
    | 'more_text'
    | 'drawn_over'
    | 'not_all_read'
    | 'another_paper'
    | 'several_credentials'
    | 'not_compared';
};

export type Check = {
  readonly [Name in CheckName]: {
    readonly check: Name;
    readonly result: CheckResult;
    readonly finding: CheckFindings[Name];
    /** Values for the sentence: a key's id, a day, names of fields. Never a person's name. */
    readonly values: readonly string[];
  };
}[CheckName];

/** What we say of a credential on our record, besides its signature. */
export const CREDENTIAL_STATES = [
  'active',
  'suspended',
  'superseded',
  'withdrawn',
  'revoked',
] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

/**
 * Sums the checks. What was not signed by us as it stands is `invalid` whatever we say of its id;
 * then revocation outranks every other state, and what we say of it outranks the calendar, so that
 * nobody can wait out a revocation. A paper that says something else than was signed is `invalid` too.
 */
export function verdictOf(checks: readonly Check[]): Verdict {
  const has = (name: CheckName, result: CheckResult) =>
    checks.some((check) => check.check === name && check.result === result);

  if (has('retrieval', 'fail') || has('retrieval', 'warn')) return 'unknown';
  if (has('format', 'fail') || has('proof', 'fail') || has('issuer', 'fail')) return 'invalid';
  for (const check of checks) {
    if (check.check !== 'status') continue;
    if (check.finding === 'not_on_record') return 'invalid';
    if (check.result === 'fail' && check.finding !== 'not_checked' && check.finding !== 'active') {
      return check.finding;
    }
  }
  if (has('print', 'fail')) return 'invalid';
  for (const check of checks) {
    if (check.check !== 'time') continue;
    if (check.finding === 'expired' || check.finding === 'not_yet_valid') return check.finding;
    if (check.finding === 'unreadable') return 'invalid';
  }
  return checks.length > 0 &&
    checks.every((check) => check.result === 'pass' || isTestIssuer(check))
    ? 'valid'
    : 'unknown';
}

/** A test issuer's credential is valid, and called a test; every other warning leaves us unsure. */
function isTestIssuer(check: Check): boolean {
  return check.check === 'issuer' && check.finding === 'known_as_test';
}
