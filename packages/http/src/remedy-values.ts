import type { Failure } from '@laurel/core/failure';

/** What stands in the placeholders of the remedy of a refusal, in their order. */
export function remedyValues(failure: Failure): readonly (string | number)[] {
  switch (failure.reason) {
    case 'body_too_large':
    case 'sheet_too_large':
      return [failure.maxBytes];
    case 'media_type_unsupported':
      return [failure.accepted.join(', ')];
    case 'method_not_allowed':
      return [failure.allowed.join(', ')];
    case 'size_not_offered':
      return [failure.offered.join(', ')];
    case 'token_scope_missing':
    case 'grant_missing':
      return [failure.scope];
    case 'language_unavailable':
    case 'achievement_beyond_training':
      return [failure.available.join(', ')];
    case 'award_not_in_state':
      return [failure.wanted.join(', ')];
    case 'certificates_part_unknown':
      return [failure.parts];
    case 'applications_too_many':
      return [failure.maxOpen];
    case 'grant_outlives':
      return [failure.endsOn];
    case 'validity_ended':
      return [failure.endedOn];
    case 'term_not_in_state':
      return [failure.wanted.join(', ')];
    case 'term_overlaps':
      return [failure.start, failure.end];
    case 'term_too_long':
      return [failure.mostMonths];
    case 'terms_in_a_row':
      return [failure.most, failure.from];
    case 'term_not_begun':
    case 'break_ends_too_early':
    case 'name_change_too_soon':
      return [failure.from];
    case 'artefact_pending':
    case 'store_unavailable':
    case 'wikimedia_unavailable':
    case 'dashboard_unavailable':
    case 'rate_limited':
      return [failure.retryAfterSeconds];
    case 'slip_shown_before':
      return [failure.number];
    case 'slip_tries_spent':
      return [Math.ceil(failure.retryAfterSeconds / 60)];
    case 'sheet_not_ready':
      return [failure.waiting, failure.people];
    case 'import_too_large':
      return [failure.maxPeople];
    case 'record_holds_invalid':
      return [failure.verdict];
    case 'record_too_large':
    case 'too_many_webhooks':
    case 'nominations_too_many':
    case 'mentoring_asks_too_many':
    case 'collections_full':
    case 'endorsement_asks_too_many':
    case 'endorsements_full':
    case 'maps_full':
      return [failure.most];
    case 'sheet_too_many_rows':
      return [failure.maxRows];
    case 'sheet_too_many_columns':
      return [failure.maxColumns];
    case 'sheet_cell_too_long':
      return [failure.maxCharacters, failure.line];
    case 'sheet_quoting':
      return [failure.line];
    default:
      return [];
  }
}
