import type { AchievementKind } from './achievement.ts';
import type { EvidenceClass } from './evidence.ts';

export const NOMINATION_STATES = ['waiting', 'awarded', 'declined', 'withdrawn', 'lapsed'] as const;
export type NominationState = (typeof NOMINATION_STATES)[number];

/** What the nominator points to; `url` is an https address. */
export type NominationEvidence = {
  readonly class: EvidenceClass;
  readonly url?: string | undefined;
};

/**
 * What somebody can be nominated for. Not a training: that is attended, and who attended stands on its
 * organizer's list, not in a story.
 */
export const NOMINATED_KINDS = [
  'contribution',
  'role',
] as const satisfies readonly AchievementKind[];

/** A nomination that nobody answered lapses after this many days. */
export const NOMINATION_DAYS = 180;

/** Nominations of one account that may wait at the same time: each is read by a volunteer. */
export const MAX_WAITING_NOMINATIONS = 20;

const SECONDS_PER_DAY = 86_400;

/** How long a nomination has waited, as far as it matters to whoever should answer. */
export type Waiting = 'new' | 'two_weeks' | 'month';

/** `two_weeks` after 14 days, `month` after 30. */
export function waitingOf(createdAtSeconds: number, nowSeconds: number): Waiting {
  const days = (nowSeconds - createdAtSeconds) / SECONDS_PER_DAY;
  if (days >= 30) return 'month';
  return days >= 14 ? 'two_weeks' : 'new';
}
