import type { Failure, Issue } from '@laurel/core/failure';
import { isolated } from '@laurel/i18n/isolated';
import type { Messages } from '@laurel/i18n/messages';
import { remedyValues } from './remedy-values.ts';

type Wire = {
  readonly status: number;
  /** When to try again, of one that is the same on every occasion. */
  readonly retryAfterSeconds?: number;
};

/** What a refusal is in HTTP, but for its texts. The one place that decides it. */
const WIRE: Readonly<Record<Failure['reason'], Wire>> = {
  request_invalid: { status: 422 },
  body_not_json: { status: 400 },
  body_too_large: { status: 413 },
  media_type_unsupported: { status: 415 },
  method_not_allowed: { status: 405 },
  size_not_offered: { status: 400 },
  page_unknown: { status: 404 },
  token_missing: { status: 401 },
  token_unknown: { status: 401 },
  token_expired: { status: 401 },
  token_foreign: { status: 403 },
  token_scope_missing: { status: 403 },
  issuer_may_not_award: { status: 403 },
  issuer_may_not_sign: { status: 403 },
  document_status_unknown: { status: 404 },
  achievement_unknown: { status: 422 },
  language_unavailable: { status: 422 },
  idempotency_key_missing: { status: 400 },
  idempotency_key_reused: { status: 422 },
  batch_unknown: { status: 404 },
  award_unknown: { status: 404 },
  award_not_in_state: { status: 409 },
  award_suspended: { status: 409 },
  award_superseded: { status: 409 },
  award_being_corrected: { status: 409 },
  correction_changes_nothing: { status: 422 },
  batch_not_done: { status: 409 },
  batch_ended: { status: 409 },
  certificates_part_unknown: { status: 404 },
  revocation_unknown: { status: 404 },
  revocation_waiting: { status: 409 },
  revocation_decided: { status: 409 },
  own_revocation: { status: 403 },
  own_suspension: { status: 403 },
  claim_unknown: { status: 404 },
  claim_of_another_account: { status: 403 },
  claim_closed: { status: 410 },
  issuer_muted: { status: 409 },
  report_waiting: { status: 409 },
  report_unknown: { status: 404 },
  thanks_closed: { status: 409 },
  account_name_unknown: { status: 409 },
  name_not_declared: { status: 409 },
  name_declared_before: { status: 409 },
  name_unchanged: { status: 422 },
  name_change_waiting: { status: 409 },
  name_change_too_soon: { status: 409 },
  name_change_decided: { status: 409 },
  own_name_change: { status: 403 },
  validity_ended: { status: 409 },
  // The cron of each minute takes up what was left.
  signing_interrupted: { status: 503, retryAfterSeconds: 60 },
  credential_unknown: { status: 404 },
  credential_withdrawn: { status: 410 },
  credential_revoked: { status: 410 },
  credential_suspended: { status: 409 },
  record_empty: { status: 422 },
  record_too_large: { status: 422 },
  record_holds_invalid: { status: 409 },
  collection_unknown: { status: 404 },
  collection_changed: { status: 409 },
  collections_full: { status: 409 },
  link_retired: { status: 409 },
  self_endorsement: { status: 422 },
  endorsement_repeated: { status: 409 },
  endorsement_asks_too_many: { status: 409 },
  endorsements_full: { status: 409 },
  endorsement_not_offered: { status: 409 },
  endorsement_unknown: { status: 404 },
  endorsement_settled: { status: 409 },
  confirmation_unknown: { status: 404 },
  confirmation_link_off: { status: 409 },
  artefact_pending: { status: 503 },
  credential_unreadable: { status: 422 },
  credential_not_valid: { status: 422 },
  presentation_not_valid: { status: 422 },
  pdf_unreadable: { status: 422 },
  pdf_without_credential: { status: 422 },
  login_required: { status: 401 },
  login_denied: { status: 403 },
  login_expired: { status: 400 },
  account_unattached: { status: 403 },
  wikimedia_unavailable: { status: 503 },
  directory_unavailable: { status: 503 },
  store_unavailable: { status: 503 },
  cross_site_request: { status: 403 },
  desk_unknown: { status: 404 },
  grant_missing: { status: 403 },
  rate_limited: { status: 429 },
  account_unknown: { status: 422 },
  own_grant: { status: 403 },
  achievement_beyond_training: { status: 403 },
  grant_outlives: { status: 422 },
  trainer_ended: { status: 409 },
  share_out_settled: { status: 409 },
  own_trail: { status: 403 },
  last_admin: { status: 409 },
  slug_taken: { status: 409 },
  applications_too_many: { status: 409 },
  application_decided: { status: 409 },
  own_application: { status: 403 },
  issuer_changed: { status: 409 },
  mark_not_declared: { status: 422 },
  signatory_unknown: { status: 404 },
  signatories_full: { status: 409 },
  logo_refused: { status: 422 },
  sheet_unknown: { status: 404 },
  sheet_changed: { status: 409 },
  sheet_not_ready: { status: 409 },
  consent_not_declared: { status: 422 },
  webhook_unknown: { status: 404 },
  webhook_address_refused: { status: 422 },
  too_many_webhooks: { status: 409 },
  draft_changed: { status: 409 },
  draft_unchanged: { status: 409 },
  achievement_objected: { status: 422 },
  objections_unread: { status: 422 },
  achievement_retired: { status: 409 },
  achievement_not_retired: { status: 409 },
  maps_full: { status: 409 },
  map_incomplete: { status: 422 },
  map_not_published: { status: 409 },
  map_not_retired: { status: 409 },
  map_not_walked: { status: 409 },
  walk_settled: { status: 409 },
  slip_unknown: { status: 404 },
  slip_used: { status: 409 },
  slip_shown_before: { status: 409 },
  slip_not_waiting: { status: 409 },
  slip_tries_spent: { status: 429 },
  slip_sheet_unknown: { status: 404 },
  slips_ended: { status: 410 },
  slips_none_waiting: { status: 409 },
  slips_none_blank: { status: 409 },
  own_slip: { status: 403 },
  award_no_term: { status: 409 },
  own_exception: { status: 403 },
  hand_over_unknown: { status: 404 },
  hand_over_closed: { status: 409 },
  hand_over_not_whole: { status: 409 },
  own_hand_over: { status: 403 },
  exception_unknown: { status: 404 },
  term_not_begun: { status: 409 },
  term_not_in_state: { status: 409 },
  break_ends_too_early: { status: 422 },
  term_overlaps: { status: 409 },
  term_too_long: { status: 409 },
  terms_in_a_row: { status: 409 },
  sheet_empty: { status: 422 },
  sheet_too_large: { status: 413 },
  sheet_too_many_rows: { status: 422 },
  sheet_too_many_columns: { status: 422 },
  sheet_cell_too_long: { status: 422 },
  sheet_format_unsupported: { status: 415 },
  sheet_unsafe: { status: 422 },
  sheet_damaged: { status: 422 },
  sheet_quoting: { status: 422 },
  dashboard_unavailable: { status: 503 },
  event_unknown: { status: 422 },
  event_called_off: { status: 422 },
  event_is_test: { status: 422 },
  course_unknown: { status: 422 },
  group_unknown: { status: 422 },
  import_empty: { status: 422 },
  import_too_large: { status: 422 },
  self_nomination: { status: 422 },
  nomination_repeated: { status: 409 },
  nominations_too_many: { status: 409 },
  nomination_unknown: { status: 404 },
  nominee_recognised: { status: 409 },
  nominee_gone: { status: 409 },
  nomination_needs_another: { status: 403 },
  nomination_settled: { status: 409 },
  self_mentoring: { status: 422 },
  mentoring_repeated: { status: 409 },
  mentoring_asks_too_many: { status: 409 },
  mentorship_unknown: { status: 404 },
  mentorship_settled: { status: 409 },
  defect: { status: 500 },
};

export type Reason = Failure['reason'];

/** True for the name of a kind of problem, as in the address of its page. */
export function isReason(candidate: string): candidate is Reason {
  return Object.hasOwn(WIRE, candidate);
}

/** Every kind of problem, in the order of their names. */
export const REASONS: readonly Reason[] = Object.keys(WIRE).filter(isReason).sort();

/** The HTTP status code of a kind of problem. */
export function statusOf(reason: Reason): number {
  return WIRE[reason].status;
}

export type ProblemOptions = {
  /** Absolute, without a slash at its end. */
  readonly origin: string;
  /** The path of the request. Never its query, which may hold what somebody pasted. */
  readonly instance: string;
  readonly messages: Messages;
};

/** A refusal in words, for a page or for a document. */
export type Problem = {
  readonly reason: Reason;
  readonly status: number;
  readonly title: string;
  /** What is wrong here; the title where there is no more to say. English where the failure says it. */
  readonly detail: string;
  readonly remedy: string;
  readonly issues: readonly Issue[];
};

/** Says what is wrong, where, and what to do. */
export function describe(failure: Failure, messages: Messages): Problem {
  const { reason } = failure;
  const title = messages.message(`problem-${reason}-title`);
  const issues = 'issues' in failure ? failure.issues : [];
  return {
    reason,
    status: statusOf(reason),
    title,
    detail: detailOf(failure, messages) ?? title,
    remedy: messages.message(`problem-${reason}-remedy`, ...remedyValues(failure)),
    issues,
  };
}

/** The title of a kind of problem, without an occasion. */
export function titleOf(reason: Reason, messages: Messages): string {
  return messages.message(`problem-${reason}-title`);
}

/** What to do about a kind of problem, without an occasion: an ellipsis stands where a value would. */
export function remedyInGeneral(reason: Reason, messages: Messages): string {
  return messages.message(`problem-${reason}-remedy`, '…', '…');
}

/** A problem details object (RFC 9457, Section 3), with what to do beside what is wrong. */
export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly remedy: string;
  readonly instance: string;
};

/**
 * A refusal as an object of RFC 9457. `type` is the address of the page about this kind of problem,
 * `detail` says what is wrong here and `remedy` what to do; the failure's own fields are extension
 * members, placed first so that none can overwrite a standard one.
 */
export function problemDocument(
  failure: Failure,
  { origin, instance, messages }: ProblemOptions,
): ProblemDocument {
  const { reason, ...extensions } = failure;
  const { status, title, detail, remedy } = describe(failure, messages);
  const type = `${origin}/problems/${reason}`;
  return { ...extensions, type, title, status, detail, remedy, instance };
}

/** The same as an answer of its own, as `application/problem+json`. */
export function problem(failure: Failure, options: ProblemOptions): Response {
  const body = problemDocument(failure, options);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      ...problemHeaders(failure, options.messages),
      'content-type': 'application/problem+json',
    },
  });
}

/** Tells our own Worker what was refused, so that it can be counted; no answer that leaves it has it. */
export const REFUSAL_HEADER = 'laurel-refusal';

/** The headers of a refusal, for a page as for a document: what to allow, when to retry, how to log in. */
export function problemHeaders(failure: Failure, messages: Messages): Record<string, string> {
  const challenge = challengeOf(failure);
  const { retryAfterSeconds } = { ...WIRE[failure.reason], ...failure };
  return {
    'cache-control': 'no-store',
    'content-language': messages.language,
    [REFUSAL_HEADER]: failure.reason,
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    ...(failure.reason === 'method_not_allowed' ? { allow: failure.allowed.join(', ') } : {}),
    ...(challenge === null ? {} : { 'www-authenticate': challenge }),
  };
}

/** RFC 6750, Section 3. A login by form has no registered scheme, and RFC 9110 wants some with 401. */
function challengeOf(failure: Failure): string | null {
  switch (failure.reason) {
    case 'token_missing':
      return 'Bearer realm="Laurel"';
    case 'token_unknown':
    case 'token_expired':
      return 'Bearer realm="Laurel", error="invalid_token"';
    case 'token_foreign':
      return 'Bearer realm="Laurel", error="insufficient_scope"';
    case 'token_scope_missing':
      return `Bearer realm="Laurel", error="insufficient_scope", scope="${failure.scope}"`;
    case 'login_required':
      return 'Cookie realm="Laurel", form-action="/login"';
    default:
      return null;
  }
}

function detailOf(failure: Failure, messages: Messages): string | null {
  if (failure.reason === 'sheet_format_unsupported') {
    return messages.message(`sheet-format-${failure.format}`);
  }
  if (failure.reason === 'webhook_address_refused') {
    return messages.message(`webhook-address-${failure.why}`);
  }
  if (failure.reason === 'logo_refused') {
    return messages.message(
      `logo-fault-${failure.fault}`,
      isolated(failure.found ?? ''),
      failure.line ?? 0,
    );
  }
  if (failure.reason === 'pdf_unreadable') return messages.message(`pdf-fault-${failure.why}`);
  if (failure.reason === 'pdf_without_credential' && failure.address !== null) {
    return messages.message('pdf-names-address', isolated(failure.address));
  }
  if ('detail' in failure) return failure.detail;
  if (!('issues' in failure) || failure.issues.length === 0) return null;
  return failure.issues
    .map(({ pointer, detail }) => (pointer === '' ? detail : `${pointer}: ${detail}`))
    .join(' ');
}
