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
  'identity',
  'issuer',
  'time',
  'status',
  'log',
  'schema',
  'terms',
  'evidence',
  'print',
  'held',
  'role',
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
  readonly retrieval:
    | 'nothing_here'
    /** Values: the address. */
    | 'fetched'
    /** Something answered that is no credential; values: the address. */
    | 'no_credential'
    | FetchFinding;
  readonly format:
    | 'open_badge'
    /** A Comprehensive Learner Record; values: as of `open_badge`. */
    | 'learner_record'
    /** An endorsement of Open Badges 3.0; values: as of `open_badge`. */
    | 'endorsement'
    | 'verifiable_credential'
    | 'verifiable_presentation'
    | 'not_open_badge'
    | 'altered_shape'
    /** Against the data model it names; values: a JSON pointer, the rule that it breaks. */
    | 'against_data_model'
    /** A term or a type that no context defines, so that it stays unsigned; values: its name. */
    | 'undefined_term'
    /** Signed in a form that is not known here; values: the name of the form. */
    | 'unknown_format';
  readonly proof:
    | 'signature_good'
    | 'signature_bad'
    | 'missing'
    | 'unknown_kind'
    | 'unknown_context'
    | 'unknown_key'
    /** Offline: the list of keys may be older than the key; values: the day of the list. */
    | 'not_in_older_keys'
    /** By a stolen key, and not in the log from before; values: the key, the day since which it is not trusted. */
    | 'compromised_key'
    /** By a key that was stolen later, as the log shows; values: the key, the day on which it was logged. */
    | 'logged_before_compromise'
    | 'claims_differ'
    /** Offline, where nothing tells the issuer's keys. */
    | 'no_keys'
    /** A token without a signature, or with an algorithm that its key is not for; values: the algorithm. */
    | 'algorithm_refused'
    /** Made for another purpose than to assert; values: the purpose. */
    | 'wrong_purpose'
    /** Its own time is over; values: the day. */
    | 'proof_expired'
    /** Its own time has not begun; values: the day. */
    | 'proof_too_early'
    /** By a key that is not in use any more; values: the key, the day of its end. */
    | 'key_ended'
    /** An answer to what somebody else asked; values: what differs, `challenge` or `domain`. */
    | 'other_request'
    /** Follows on a proof that is not there; values: the id of that one. */
    | 'previous_missing'
    /** More work than any credential should be. */
    | 'too_much_work'
    | 'not_checked';
  /** Whether the keys are those of the issuer that is named. */
  readonly identity: /** Values: the issuer's id, how it was looked up. */
    | 'resolved'
    /** The key belongs to somebody else; values: who, the issuer. */
    | 'another_issuer'
    /** Values: the method or scheme. */
    | 'method_unknown'
    /** What answers for the issuer's keys cannot be understood; values: its address. */
    | 'unreadable'
    /** Offline: the root key that is pinned signed the list of keys; values: the issuer's id. */
    | 'vouched_by_root'
    /** Offline: no root key that is pinned did. */
    | 'root_unknown'
    | 'keys_unreadable'
    /** Offline: the list is somebody else's; values: whose, the issuer. */
    | 'keys_of_another'
    /** Offline: there is nothing that tells whose key it is. */
    | 'no_bundle'
    /** Offline: not of the service whose root key is pinned; values: the issuer. */
    | 'another_service'
    | FetchFinding
    | 'not_checked';
  /** Whether it is known to us. */
  readonly issuer: 'known' | 'known_as_test' | 'unknown' | 'not_registered';
  readonly time:
    | 'current'
    | 'expired'
    | 'not_yet_valid'
    /** No start is stated, and the end is not over; values: the last day. */
    | 'not_expired'
    | 'not_stated'
    | 'unreadable'
    | 'not_checked';
  readonly status:
    | CredentialState
    | 'not_on_record'
    /** The issuer offers no way to ask. */
    | 'none'
    /** The bit is not set; values: the purpose. */
    | 'clear'
    /** The bit is set, of a list; values: the purpose. */
    | 'revoked_in_list'
    | 'suspended_in_list'
    /** A bit of another purpose is set; values: the purpose, what it says. */
    | 'set_in_list'
    /** Values: the name of the type, or of the purpose. */
    | 'type_unknown'
    | 'purpose_unknown'
    | 'list_unreadable'
    /** Signed by somebody else than the issuer, or not at all. */
    | 'list_not_issuers'
    | 'list_bad_signature'
    | 'list_expired'
    /** Larger, once unpacked, than any list should be. */
    | 'list_too_large'
    /** Too short for one credential to hide among others. */
    | 'list_too_short'
    /** Kept for another purpose than the credential says; values: its address, that purpose. */
    | 'list_wrong_purpose'
    /** The credential does not say what is needed to ask; values: the property. */
    | 'entry_malformed'
    | 'index_out_of_range'
    /** Offline: not set when the list was signed, or set; values: that day. */
    | 'clear_as_of'
    | 'revoked_as_of'
    /** Offline: there is no list. */
    | 'no_snapshot'
    /** Offline: there is one, and the credential names another; values: the list. */
    | 'another_list'
    | FetchFinding
    | 'not_checked';
  /** Whether the signature stands in the transparency log; only of credentials of ours. */
  readonly log: /** Values: its place in the log, the day. */
    | 'included'
    /** Signed a moment ago. */
    | 'waiting'
    /** Withdrawn: what led to its place was erased with it. */
    | 'unlinked'
    | 'off_record'
    /** Offline: nothing shows that it stands there. */
    | 'no_proof'
    /** Offline: what should show it is of other bytes, damaged, or signed by nobody who is vouched for. */
    | 'not_proven'
    | 'not_checked';
  readonly schema:
    | 'none'
    /** Values: the schema's id. */
    | 'conforms'
    /** Values: where, the schema's id. */
    | 'violates'
    | 'type_unknown'
    | 'unreadable'
    /** Asks for more work than we do for a stranger. */
    | 'too_complex'
    /** Not the schema that was meant, by the digest that the credential has of it; values: the schema's id. */
    | 'digest_differs'
    /** The digest that the credential has of it was not compared; values: what is not known, the schema's id. */
    | 'digest_unknown'
    | FetchFinding
    | 'not_checked';
  /** What stands beside what was recognised; values: names of types. */
  readonly terms:
    | 'none'
    | 'terms_of_use'
    | 'refresh_service'
    | 'endorsed'
    /** It was not handed over alone; values: how many credentials there were. */
    | 'in_presentation'
    /** A property that is signed, and that we do not know; values: its name. */
    | 'property_unknown'
    /** The document itself says what these words mean, and no signature holds the words; values: the words. */
    | 'own_words'
    /** The digest of a related resource is of a form that we do not know; values: its form, the resource. */
    | 'digest_unknown';
  readonly evidence: 'none' | 'stated';
  /** What the pages around a credential say, where it came in a PDF. */
  readonly print:
    | 'as_signed'
    /** Of a letter of confirmation. */
    | 'letter_as_signed'
    /** Values: names of fields; of several credentials, each behind its number and a space. */
    | 'differs'
    /** They speak of a credential that is not attached; values: its address. */
    | 'not_attached'
    /** A part of what a letter always says is missing. */
    | 'left_out'
    | 'more_text'
    | 'drawn_over'
    | 'hidden_text'
    | 'can_change'
    | 'not_all_read'
    | 'another_paper'
    | 'several_credentials'
    | 'not_compared';
  /** How a credential within a learner record or a file stands by itself; values: its place, its name. */
  readonly held:
    | Verdict
    /** A record within a record is not looked into. */
    | 'nested'
    /** Values: how many are verified at most. */
    | 'too_many';
  /** How a role of ours stands; values: its years. It never speaks against a credential. */
  readonly role: /** On a break, or gone before the end, only where its holder shows that. */
    | 'serving'
    | 'on_break'
    | 'served'
    /** Values: its years, the day. */
    | 'stepped_down';
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

/** How asking another server ended, where it gave no answer; values: the address or its host. */
export type FetchFinding =
  /** Not https, or not a public address. */
  | 'address_refused'
  /** No answer in time, an error, too many redirects, too large, or not JSON. */
  | 'unreachable'
  /** More servers to ask than we ask for one credential, or in one call. */
  | 'budget_spent';

/** What we say of a credential on our record, besides its signature. */
export const CREDENTIAL_STATES = [
  'active',
  'suspended',
  'superseded',
  'withdrawn',
  'revoked',
] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

/** Each of these that was asked must have passed for a verdict of `valid`; the others are only told. */
const ESSENTIAL: readonly CheckName[] = [
  'retrieval',
  'format',
  'identity',
  'time',
  'status',
  'print',
  'held',
];

/** A failure of these is a failure of the document; of others it means that we could not find out. */
const DAMNING: readonly CheckName[] = ['format', 'proof', 'issuer', 'log'];

const DAMNING_FINDINGS: readonly string[] = [
  'identity another_issuer',
  'schema violates',
  'status not_on_record',
  'status index_out_of_range',
];

/** What leaves a verdict open though it is no essential check: offline nobody else can be asked. */
const OPEN_FINDINGS: readonly string[] = ['log no_proof', 'log not_proven'];

const STATES_IN_LISTS = {
  revoked_in_list: 'revoked',
  revoked_as_of: 'revoked',
  suspended_in_list: 'suspended',
} as const;

/**
 * Sums the checks. What was not signed as it stands is `invalid` whatever is said of its id; then
 * revocation outranks every other state, and what is said of it outranks the calendar, so that nobody
 * can wait out a revocation. A paper that says something else than was signed is `invalid` too. A good
 * signature of an issuer that is not known here is `valid`: who is known is a check of its own.
 */
export function verdictOf(checks: readonly Check[]): Verdict {
  const failed = checks.filter(({ result }) => result === 'fail');
  if (failed.some(isDamning)) return 'invalid';
  const states = failed.flatMap(stateSaid);
  if (states.includes('revoked')) return 'revoked';
  const [state] = states;
  if (state !== undefined) return state;
  if (failed.some(({ check }) => check === 'print')) {
    return verdictOfHeld(failed) === 'revoked' ? 'revoked' : 'invalid';
  }
  for (const check of failed) {
    if (check.check !== 'time') continue;
    if (check.finding === 'expired' || check.finding === 'not_yet_valid') return check.finding;
    if (check.finding === 'unreadable') return 'invalid';
  }
  const own = checks.filter(({ check }) => check !== 'held' && check !== 'print');
  if (!isProven(checks) || own.some(isUnsettled)) return 'unknown';
  return verdictOfHeld(failed) ?? (checks.some(isUnsettled) ? 'unknown' : 'valid');
}

/** A paper that carries several is not signed itself: what it carries was asked one by one. */
export function isProven(checks: readonly Check[]): boolean {
  const proofs = checks.filter(({ check }) => check === 'proof');
  return proofs.length === 0
    ? checks.some(({ check }) => check === 'held')
    : proofs.some(({ result }) => result === 'pass');
}

/** A record that is good itself is as good as what it holds: the worst of it is said of the whole. */
function verdictOfHeld(failed: readonly Check[]): Verdict | null {
  const said = failed.flatMap((one) => (one.check === 'held' ? [one.finding] : []));
  return (
    (['invalid', 'revoked'] as const).find((one) => said.includes(one)) ??
    VERDICTS.find((one) => said.includes(one)) ??
    null
  );
}

/** True of what keeps a credential from being valid by itself. */
export function isUnsettled({ check, result, finding }: Check): boolean {
  if (result === 'pass') return false;
  return ESSENTIAL.includes(check) || OPEN_FINDINGS.includes(`${check} ${finding}`);
}

/** True of what speaks against the document itself. */
export function isDamning({ check, finding }: Check): boolean {
  return DAMNING.includes(check) || DAMNING_FINDINGS.includes(`${check} ${finding}`);
}

/** What a check says of the state of a credential, but that it stands. */
export function stateSaid(check: Check): readonly Exclude<CredentialState, 'active'>[] {
  if (check.check !== 'status') return [];
  const { finding } = check;
  if (
    finding === 'revoked_in_list' ||
    finding === 'revoked_as_of' ||
    finding === 'suspended_in_list'
  ) {
    return [STATES_IN_LISTS[finding]];
  }
  const state = CREDENTIAL_STATES.find((one) => one === finding);
  return state === undefined || state === 'active' ? [] : [state];
}
