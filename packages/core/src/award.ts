import type { Day } from './day.ts';

export const AWARD_STATES = [
  'offered',
  'accepted',
  'declined',
  'lapsed',
  'cancelled',
  'revoked',
] as const;
export type AwardState = (typeof AWARD_STATES)[number];

/**
 * The states in which an award stands in the way of the same award again. A declined one does until
 * it would have lapsed, so that a refusal is neither visible nor worn down by repeats.
 */
export const LIVE_AWARD_STATES = ['offered', 'accepted', 'declined'] as const;

/** What an issuer sees of an award: a declined offer stays open to them until it would have lapsed. */
export const AWARD_STATES_FOR_ISSUER = ['open', 'accepted', 'closed', 'revoked'] as const;
export type AwardStateForIssuer = (typeof AWARD_STATES_FOR_ISSUER)[number];

/**
 * An issuer never learns that somebody declined: the offer reads `open` until it would have lapsed, and
 * then `closed`, like one that nobody answered.
 */
export function stateForIssuer(state: AwardState): AwardStateForIssuer {
  switch (state) {
    case 'offered':
    case 'declined':
      return 'open';
    case 'accepted':
      return 'accepted';
    case 'revoked':
      return 'revoked';
    case 'lapsed':
    case 'cancelled':
      return 'closed';
  }
}

/** How the person agreed: asked by us, or on paper with the organizer. */
export const CONSENTS = ['ask', 'paper'] as const;
export type Consent = (typeof CONSENTS)[number];

/** An offer that nobody answered lapses after this many days. */
export const OFFER_DAYS = 180;

/** Why a credential was revoked. The holder sees the reason. */
export const REVOCATION_REASONS = [
  'issued_in_error',
  'wrong_person',
  'criteria_not_met',
  'duplicate',
  'requested_by_holder',
  'key_compromised',
] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

/** A whole batch is revoked by two people: one asks, and another one confirms before it lapses. */
export const BATCH_REVOCATION_STATES = ['waiting', 'confirmed', 'withdrawn', 'lapsed'] as const;
export type BatchRevocationState = (typeof BATCH_REVOCATION_STATES)[number];

/** A request to revoke a batch that nobody confirmed lapses after this many days. */
export const BATCH_REVOCATION_DAYS = 14;

/** Why an issuer says that an award is under review for now. The holder sees the reason. */
export const SUSPENSION_REASONS = ['under_review', 'requested_by_holder'] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

/** When something was done; for a role, its start and planned end. Both days count. */
export type Period = { readonly start: Day; readonly end: Day };
