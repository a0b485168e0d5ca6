import type { Failure } from '@laurel/core/failure';
import type { Reason } from './problem.ts';

/** Reasons that say all that there is to say. */
type Plain<One = Failure> = One extends { readonly reason: infer Name }
  ? Exclude<keyof One, 'reason'> extends never
    ? Name
    : never
  : never;

type Detailed = Exclude<Reason, Plain>;

const OBJECTION = {
  rule: 'edit_count',
  severity: 'refuses',
  field: 'criteria',
  pointer: '/criteria/en',
  language: 'en',
  found: '500 edits',
} as const;

const NOT_VALID = {
  verified: false,
  verdict: 'expired',
  checks: [{ check: 'time', result: 'fail', finding: 'expired', detail: 'It expired.' }],
  issues: [{ pointer: '/validUntil', detail: 'It expired.' }],
} as const;

/** An occasion of each kind of problem that has more to say than its name. People in it are nobody. */
const EXAMPLES: { readonly [Name in Detailed]: Failure & { readonly reason: Name } } = {
  request_invalid: {
    reason: 'request_invalid',
    issues: [{ pointer: '/hours', detail: 'Hours are not negative.' }],
  },
  body_not_json: { reason: 'body_not_json', detail: 'The JSON ends within an object.' },
  body_too_large: { reason: 'body_too_large', maxBytes: 1_048_576 },
  media_type_unsupported: { reason: 'media_type_unsupported', accepted: ['application/json'] },
  method_not_allowed: { reason: 'method_not_allowed', allowed: ['GET', 'HEAD'] },
  size_not_offered: { reason: 'size_not_offered', offered: [64, 128, 256, 512, 1024] },
  token_scope_missing: { reason: 'token_scope_missing', scope: 'awards:write' },
  achievement_unknown: { reason: 'achievement_unknown', pointer: '/achievement' },
  language_unavailable: {
    reason: 'language_unavailable',
    pointer: '/language',
    available: ['en', 'fr'],
  },
  achievement_beyond_training: {
    reason: 'achievement_beyond_training',
    available: ['training-workshop-participation'],
  },
  grant_outlives: { reason: 'grant_outlives', endsOn: '2027-01-15' },
  award_not_in_state: { reason: 'award_not_in_state', wanted: ['accepted'] },
  certificates_part_unknown: { reason: 'certificates_part_unknown', parts: 2 },
  term_not_begun: { reason: 'term_not_begun', from: '2027-01-01' },
  term_not_in_state: { reason: 'term_not_in_state', wanted: ['serving'] },
  break_ends_too_early: { reason: 'break_ends_too_early', from: '2027-01-15' },
  term_overlaps: { reason: 'term_overlaps', start: '2026-01-01', end: '2026-12-31' },
  term_too_long: { reason: 'term_too_long', mostMonths: 24 },
  terms_in_a_row: { reason: 'terms_in_a_row', most: 2, from: '2028-01-01' },
  name_change_too_soon: { reason: 'name_change_too_soon', from: '2027-01-15' },
  validity_ended: { reason: 'validity_ended', endedOn: '2026-10-31' },
  record_too_large: { reason: 'record_too_large', most: 20 },
  record_holds_invalid: {
    reason: 'record_holds_invalid',
    credential: 'a1B2c3D4e5F6g7H8j',
    verdict: 'suspended',
  },
  artefact_pending: { reason: 'artefact_pending', retryAfterSeconds: 30 },
  credential_unreadable: {
    reason: 'credential_unreadable',
    detail: 'The picture is whole, but there is no credential in it.',
  },
  pdf_unreadable: { reason: 'pdf_unreadable', why: 'encrypted' },
  pdf_without_credential: { reason: 'pdf_without_credential', address: null },
  credential_not_valid: { reason: 'credential_not_valid', ...NOT_VALID },
  presentation_not_valid: { reason: 'presentation_not_valid', ...NOT_VALID },
  directory_unavailable: { reason: 'directory_unavailable', retryAfterSeconds: 60 },
  store_unavailable: { reason: 'store_unavailable', retryAfterSeconds: 10 },
  wikimedia_unavailable: { reason: 'wikimedia_unavailable', retryAfterSeconds: 60 },
  dashboard_unavailable: { reason: 'dashboard_unavailable', retryAfterSeconds: 60 },
  grant_missing: { reason: 'grant_missing', scope: 'awarder' },
  rate_limited: { reason: 'rate_limited', retryAfterSeconds: 120 },
  applications_too_many: { reason: 'applications_too_many', maxOpen: 3 },
  logo_refused: { reason: 'logo_refused', fault: 'svg_script', line: 12, found: 'script' },
  sheet_not_ready: { reason: 'sheet_not_ready', waiting: 7, people: 46 },
  webhook_address_refused: { reason: 'webhook_address_refused', why: 'not_https' },
  too_many_webhooks: { reason: 'too_many_webhooks', most: 10 },
  achievement_objected: { reason: 'achievement_objected', objections: [OBJECTION] },
  objections_unread: {
    reason: 'objections_unread',
    objections: [{ ...OBJECTION, severity: 'warns' }],
  },
  slip_shown_before: { reason: 'slip_shown_before', number: 14 },
  slip_tries_spent: { reason: 'slip_tries_spent', retryAfterSeconds: 1_800 },
  sheet_too_large: { reason: 'sheet_too_large', maxBytes: 8_388_608 },
  sheet_too_many_rows: { reason: 'sheet_too_many_rows', maxRows: 10_000 },
  sheet_too_many_columns: { reason: 'sheet_too_many_columns', maxColumns: 200 },
  sheet_cell_too_long: { reason: 'sheet_cell_too_long', line: 12, maxCharacters: 10_000 },
  sheet_format_unsupported: { reason: 'sheet_format_unsupported', format: 'old_excel' },
  sheet_unsafe: { reason: 'sheet_unsafe', detail: 'The workbook unpacks to more than 64 MB.' },
  sheet_damaged: { reason: 'sheet_damaged', detail: 'The workbook ends within a file.' },
  sheet_quoting: { reason: 'sheet_quoting', line: 12 },
  import_too_large: { reason: 'import_too_large', maxPeople: 10_000 },
  nominations_too_many: { reason: 'nominations_too_many', most: 20 },
  mentoring_asks_too_many: { reason: 'mentoring_asks_too_many', most: 10 },
  collections_full: { reason: 'collections_full', most: 30 },
  endorsement_asks_too_many: { reason: 'endorsement_asks_too_many', most: 20 },
  endorsements_full: { reason: 'endorsements_full', most: 20 },
  maps_full: { reason: 'maps_full', most: 50 },
  map_incomplete: {
    reason: 'map_incomplete',
    lacks: [{ lack: 'lane_step', pointer: '/lanes/1/steps' }],
  },
};

/** An occasion of a kind of problem, for the page about it. */
export function exampleOf(reason: Reason): Failure {
  if (isDetailed(reason)) return EXAMPLES[reason];
  // The compiler compares an object with at most 25 arms of a union, and these are more.
  return { reason } as Failure;
}

function isDetailed(reason: Reason): reason is Detailed {
  return Object.hasOwn(EXAMPLES, reason);
}
