/** Why mentoring is not asked for, confirmed or decided on. */
export type MentoringRefusal =
  | { readonly reason: 'self_mentoring' }
  /** The same waits for one of the two already, or is confirmed for some of these days. */
  | { readonly reason: 'mentoring_repeated' }
  | { readonly reason: 'mentoring_asks_too_many'; readonly most: number }
  | { readonly reason: 'mentorship_unknown' }
  /** It was answered, taken back or decided on meanwhile, or has lapsed. */
  | { readonly reason: 'mentorship_settled' };
