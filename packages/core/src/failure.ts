import type { AddressRefusal } from './address-refusal.ts';
import type { AwardState } from './award.ts';
import type { EndorsementRefusal } from './endorsement-refusal.ts';
import type { ImportRefusal } from './import-refusal.ts';
import type { Json } from './json.ts';
import type { Objection } from './lint/objection.ts';
import type { LogoFault } from './logo-fault.ts';
import type { MapLack } from './map-lack.ts';
import type { MentoringRefusal } from './mentoring-refusal.ts';
import type { NominationRefusal } from './nomination-refusal.ts';
import type { PdfFault } from './pdf-fault.ts';
import type { TermRefusal } from './role-term.ts';
import type { SheetRefusal } from './sheet-refusal.ts';
import type { TermLimit } from './terms-in-a-row.ts';
import type { Verdict } from './verdict.ts';

/** Where an input is wrong (JSON Pointer, RFC 6901; empty for the whole) and why, for its author. */
export type Issue = { readonly pointer: string; readonly detail: string };

/**
 * Every way a request can be refused. One arm per reason; an arm carries only what its caller needs
 * to act, never a person's name. Each becomes an RFC 9457 problem in `@laurel/http/problem`.
 */
export type Failure =
  | { readonly reason: 'request_invalid'; readonly issues: readonly Issue[] }
  | { readonly reason: 'body_not_json'; readonly detail: string }
  | { readonly reason: 'body_too_large'; readonly maxBytes: number }
  | { readonly reason: 'media_type_unsupported'; readonly accepted: readonly string[] }
  | { readonly reason: 'method_not_allowed'; readonly allowed: readonly string[] }
  | { readonly reason: 'size_not_offered'; readonly offered: readonly number[] }
  | { readonly reason: 'page_unknown' }
  | { readonly reason: 'token_missing' }
  | { readonly reason: 'token_unknown' }
  | { readonly reason: 'token_expired' }
  | { readonly reason: 'token_foreign' }
  | { readonly reason: 'token_scope_missing'; readonly scope: string }
  | { readonly reason: 'issuer_may_not_award' }
  | { readonly reason: 'issuer_may_not_sign' }
  | { readonly reason: 'document_status_unknown' }
  | { readonly reason: 'achievement_unknown'; readonly pointer: string }
  | {
      readonly reason: 'language_unavailable';
      readonly pointer: string;
      readonly available: readonly string[];
    }
  | { readonly reason: 'idempotency_key_missing' }
  | { readonly reason: 'idempotency_key_reused' }
  | { readonly reason: 'batch_unknown' }
  | { readonly reason: 'award_unknown' }
  | { readonly reason: 'award_not_in_state'; readonly wanted: readonly AwardState[] }
  | { readonly reason: 'award_suspended' }
  | { readonly reason: 'award_superseded' }
  | { readonly reason: 'award_being_corrected' }
  | { readonly reason: 'correction_changes_nothing' }
  | { readonly reason: 'batch_not_done' }
  | { readonly reason: 'batch_ended' }
  | { readonly reason: 'certificates_part_unknown'; readonly parts: number }
  | { readonly reason: 'revocation_unknown' }
  | { readonly reason: 'revocation_waiting' }
  | { readonly reason: 'revocation_decided' }
  | { readonly reason: 'own_revocation' }
  | { readonly reason: 'own_suspension' }
  | { readonly reason: 'claim_unknown' }
  | { readonly reason: 'claim_of_another_account' }
  | { readonly reason: 'claim_closed' }
  | { readonly reason: 'issuer_muted' }
  | { readonly reason: 'report_waiting' }
  | { readonly reason: 'report_unknown' }
  | { readonly reason: 'thanks_closed' }
  | { readonly reason: 'account_name_unknown' }
  | { readonly reason: 'name_not_declared' }
  | { readonly reason: 'name_declared_before' }
  | { readonly reason: 'name_unchanged' }
  | { readonly reason: 'name_change_waiting' }
  /** `from` is the first day on which it can be asked for again. */
  | { readonly reason: 'name_change_too_soon'; readonly from: string }
  | { readonly reason: 'name_change_decided' }
  | { readonly reason: 'own_name_change' }
  | { readonly reason: 'validity_ended'; readonly endedOn: string }
  | { readonly reason: 'signing_interrupted' }
  | { readonly reason: 'credential_unknown' }
  | { readonly reason: 'credential_withdrawn' }
  | { readonly reason: 'credential_revoked' }
  | { readonly reason: 'credential_suspended' }
  | { readonly reason: 'record_empty' }
  | { readonly reason: 'record_too_large'; readonly most: number }
  | {
      readonly reason: 'record_holds_invalid';
      /** Its id. */
      readonly credential: string;
      readonly verdict: Verdict;
    }
  | { readonly reason: 'collection_unknown' }
  | { readonly reason: 'collection_changed' }
  | { readonly reason: 'collections_full'; readonly most: number }
  | { readonly reason: 'link_retired' }
  | { readonly reason: 'confirmation_unknown' }
  | { readonly reason: 'confirmation_link_off' }
  | { readonly reason: 'artefact_pending'; readonly retryAfterSeconds: number }
  | { readonly reason: 'credential_unreadable'; readonly detail: string }
  /** Asked by programs that go by the status of an answer; with what `/api/verify` answers. */
  | {
      readonly reason: 'credential_not_valid' | 'presentation_not_valid';
      readonly verified: false;
      readonly verdict: Verdict;
      readonly checks: readonly Json[];
      readonly issues: readonly Issue[];
    }
  | { readonly reason: 'pdf_unreadable'; readonly why: PdfFault }
  /** With the address of ours that it names, if it names one. */
  | { readonly reason: 'pdf_without_credential'; readonly address: string | null }
  | { readonly reason: 'login_required' }
  | { readonly reason: 'login_denied' }
  | { readonly reason: 'login_expired' }
  | { readonly reason: 'account_unattached' }
  | { readonly reason: 'directory_unavailable'; readonly retryAfterSeconds: number }
  /** A database is overloaded, restarting or behind its code; what was asked may be asked again as it is. */
  | { readonly reason: 'store_unavailable'; readonly retryAfterSeconds: number }
  | { readonly reason: 'cross_site_request' }
  | { readonly reason: 'desk_unknown' }
  | { readonly reason: 'grant_missing'; readonly scope: string }
  | { readonly reason: 'rate_limited'; readonly retryAfterSeconds: number }
  | { readonly reason: 'account_unknown' }
  | { readonly reason: 'own_grant' }
  /** With the slugs of those that may be awarded. */
  | { readonly reason: 'achievement_beyond_training'; readonly available: readonly string[] }
  /** With the day on which the grant of whoever gives it ends. */
  | { readonly reason: 'grant_outlives'; readonly endsOn: string }
  | { readonly reason: 'trainer_ended' }
  | { readonly reason: 'share_out_settled' }
  | { readonly reason: 'own_trail' }
  | { readonly reason: 'last_admin' }
  | { readonly reason: 'slug_taken' }
  | { readonly reason: 'applications_too_many'; readonly maxOpen: number }
  | { readonly reason: 'application_decided' }
  | { readonly reason: 'own_application' }
  | { readonly reason: 'issuer_changed' }
  | { readonly reason: 'mark_not_declared' }
  | { readonly reason: 'signatory_unknown' }
  | { readonly reason: 'signatories_full' }
  | ({ readonly reason: 'logo_refused' } & LogoFault)
  | { readonly reason: 'sheet_unknown' }
  | { readonly reason: 'sheet_changed' }
  | { readonly reason: 'sheet_not_ready'; readonly waiting: number; readonly people: number }
  | { readonly reason: 'consent_not_declared' }
  | { readonly reason: 'webhook_unknown' }
  | { readonly reason: 'webhook_address_refused'; readonly why: AddressRefusal }
  | { readonly reason: 'too_many_webhooks'; readonly most: number }
  | { readonly reason: 'draft_changed' }
  | { readonly reason: 'draft_unchanged' }
  | { readonly reason: 'achievement_objected'; readonly objections: readonly Objection[] }
  | { readonly reason: 'objections_unread'; readonly objections: readonly Objection[] }
  | { readonly reason: 'achievement_retired' }
  | { readonly reason: 'achievement_not_retired' }
  | { readonly reason: 'maps_full'; readonly most: number }
  | { readonly reason: 'map_incomplete'; readonly lacks: readonly MapLack[] }
  | { readonly reason: 'map_not_published' }
  | { readonly reason: 'map_not_retired' }
  | { readonly reason: 'map_not_walked' }
  | { readonly reason: 'walk_settled' }
  | { readonly reason: 'slip_unknown' }
  | { readonly reason: 'slip_used' }
  | { readonly reason: 'slip_shown_before'; readonly number: number }
  | { readonly reason: 'slip_not_waiting' }
  | { readonly reason: 'slip_tries_spent'; readonly retryAfterSeconds: number }
  | { readonly reason: 'slip_sheet_unknown' }
  | { readonly reason: 'slips_ended' }
  | { readonly reason: 'slips_none_waiting' }
  | { readonly reason: 'slips_none_blank' }
  | { readonly reason: 'own_slip' }
  | { readonly reason: 'award_no_term' }
  | { readonly reason: 'own_exception' }
  | { readonly reason: 'hand_over_unknown' }
  | { readonly reason: 'hand_over_closed' }
  | { readonly reason: 'hand_over_not_whole' }
  | { readonly reason: 'own_hand_over' }
  | { readonly reason: 'exception_unknown' }
  | TermRefusal
  | TermLimit
  | SheetRefusal
  | ImportRefusal
  | NominationRefusal
  | EndorsementRefusal
  | MentoringRefusal
  | { readonly reason: 'defect' };

/** Why one recipient of a batch was not awarded. Stored with the row, and shown to the organizer. */
export type RecipientRefusal =
  | {
      readonly reason: 'username_invalid';
      readonly detail: string;
      /** What stands there instead of a name, where it was seen in a list. */
      readonly why?: 'empty' | 'email' | 'temporary' | 'formula';
    }
  | { readonly reason: 'account_missing' }
  | { readonly reason: 'account_locked' }
  | { readonly reason: 'duplicate_in_batch'; readonly firstRow: number }
  | { readonly reason: 'already_awarded' }
  | { readonly reason: 'self_award' }
  | { readonly reason: 'not_settled' }
  | { readonly reason: 'corrected_award_ended' }
  | TermLimit
  | { readonly reason: 'not_signed'; readonly because: Failure['reason'] };
