import type { EvidenceClass } from './evidence.ts';

export const NOMINATION_STATES = ['waiting', 'awarded', 'declined', 'withdrawn', 'lapsed'] as const;
export type NominationState = (typeof NOMINATION_STATES)[number];

/** What the nominator points to; `url` is an https address. */
export type NominationEvidence = {
  readonly class: EvidenceClass;
  readonly url?: string | undefined;
};

/** A nomination that nobody answered lapses after this many days. */
export const NOMINATION_DAYS = 180;
