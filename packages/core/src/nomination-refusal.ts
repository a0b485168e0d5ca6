/** Why a nomination is not taken, or not decided. */
export type NominationRefusal =
  | { readonly reason: 'self_nomination' }
  | { readonly reason: 'nomination_repeated' }
  | { readonly reason: 'nominations_too_many'; readonly most: number }
  | { readonly reason: 'nomination_unknown' }
  /** They have it for these days already, or an open offer of it. */
  | { readonly reason: 'nominee_recognised' }
  /** Their account is gone, hidden or locked since. */
  | { readonly reason: 'nominee_gone' }
  /** Whoever nominated does not decide. */
  | { readonly reason: 'nomination_needs_another' }
  /** Somebody else was faster, or it was withdrawn or lapsed. */
  | { readonly reason: 'nomination_settled' };
