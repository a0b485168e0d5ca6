/** Why somebody is not asked for an endorsement, or one is not written, accepted or signed. */
export type EndorsementRefusal =
  | { readonly reason: 'self_endorsement' }
  /** The same person was asked about the same credential before. */
  | { readonly reason: 'endorsement_repeated' }
  | { readonly reason: 'endorsement_asks_too_many'; readonly most: number }
  | { readonly reason: 'endorsements_full'; readonly most: number }
  /** Nothing is said of what was withdrawn, revoked, replaced or suspended. */
  | { readonly reason: 'endorsement_not_offered' }
  | { readonly reason: 'endorsement_unknown' }
  /** It was taken back, answered or is over. */
  | { readonly reason: 'endorsement_settled' };
