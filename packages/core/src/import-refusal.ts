/** Why a list of people cannot be had from Wikimedia, or is of no use. */
export type ImportRefusal =
  | { readonly reason: 'wikimedia_unavailable'; readonly retryAfterSeconds: number }
  | { readonly reason: 'dashboard_unavailable'; readonly retryAfterSeconds: number }
  | { readonly reason: 'event_unknown' }
  /** Its organizers deleted it, or called it off. */
  | { readonly reason: 'event_called_off' }
  | { readonly reason: 'event_is_test' }
  | { readonly reason: 'course_unknown' }
  | { readonly reason: 'group_unknown' }
  | { readonly reason: 'import_empty' }
  | { readonly reason: 'import_too_large'; readonly maxPeople: number };
