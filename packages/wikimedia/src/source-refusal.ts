/** Why a list of people cannot be had from Wikimedia. */
export type SourceRefusal =
  | { readonly reason: 'wikimedia_unavailable'; readonly retryAfterSeconds: number }
  | { readonly reason: 'dashboard_unavailable'; readonly retryAfterSeconds: number }
  | { readonly reason: 'event_unknown' }
  /** Its organizers deleted it, or called it off. */
  | { readonly reason: 'event_called_off' }
  | { readonly reason: 'event_is_test' }
  | { readonly reason: 'course_unknown' }
  | { readonly reason: 'group_unknown' }
  | { readonly reason: 'import_too_large'; readonly maxPeople: number };

/** A longer list would take more calls than one request may make. */
export const MAX_PEOPLE_OF_SOURCE = 2_000;
