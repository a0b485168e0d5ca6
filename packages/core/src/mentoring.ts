import type { AchievementKind } from './achievement.ts';
import type { AchievementTheme } from './achievement-theme.ts';
import type { LanguageTag } from './language.ts';

/** How much time mentoring took: a band, never a count of hours. Each begins where the one before ends. */
export const HOURS_BANDS = ['under-10', '10-25', '25-50', 'over-50'] as const;
export type HoursBand = (typeof HOURS_BANDS)[number];

/** Bands in figures alone, which are the same on a certificate in any language. */
export const FIGURES_OF_BANDS: Readonly<Record<HoursBand, string>> = {
  'under-10': '1–10',
  '10-25': '10–25',
  '25-50': '25–50',
  'over-50': '50+',
};

/** What an award for mentoring says beside its period. Whom it was about is no part of it. */
export type Mentoring = {
  /** In which it was done; at least one. */
  readonly languages: readonly LanguageTag[];
  /** What it was about, as the movement's plan names it, and in short words of their own: at least one of both. */
  readonly themes: readonly AchievementTheme[];
  readonly topics: readonly string[];
  readonly hoursBand: HoursBand;
};

export const MAX_MENTORING_LANGUAGES = 3;
export const MAX_TOPICS = 3;
export const MAX_TOPIC_LENGTH = 60;

/** What mentoring can be recognised as. A training is attended. */
export const MENTORING_KINDS = [
  'contribution',
  'role',
] as const satisfies readonly AchievementKind[];

/** Who of the two: the one who mentors, or the one who is mentored. */
export const MENTORING_SIDES = ['mentor', 'mentee'] as const;
export type MentoringSide = (typeof MENTORING_SIDES)[number];

/** The other one of the two. */
export function otherSide(side: MentoringSide): MentoringSide {
  return side === 'mentor' ? 'mentee' : 'mentor';
}

/**
 * As a mentorship is kept. `withheld` was never shown to whoever was asked: they do not want to hear from whoever
 * asked, or declined twice. To whoever asked it looks like one that was not answered.
 */
export const MENTORSHIP_STATES = [
  'asked',
  'withheld',
  'declined',
  'confirmed',
  'awarded',
  'answered',
] as const;
export type MentorshipState = (typeof MENTORSHIP_STATES)[number];

/** What one of the two is told of it. */
export const MENTORSHIP_VIEWS = [
  'asked',
  'declined',
  'taken_back',
  'confirmed',
  'awarded',
  'answered',
  'decided',
  'lapsed',
] as const;
export type MentorshipView = (typeof MENTORSHIP_VIEWS)[number];

/** Who took back what they had confirmed. */
export type TakenBackBy = MentoringSide | 'both';

type Standing = {
  readonly state: MentorshipState;
  readonly askedBy: MentoringSide;
  readonly takenBackBy: TakenBackBy | null;
  readonly lapsesAtSeconds: number;
};

/**
 * How a mentorship stands for one of the two; null for an ask that is none of theirs to see, or that was taken
 * back. A decline, and that the other one took back what they had confirmed, look like what nobody has answered
 * yet. Whether it was awarded is the mentor's alone: a mentee is told that it was decided on.
 */
export function mentorshipFor(
  side: MentoringSide,
  { state, askedBy, takenBackBy, lapsesAtSeconds }: Standing,
  nowSeconds: number,
): MentorshipView | null {
  const lapsed = lapsesAtSeconds <= nowSeconds;
  switch (state) {
    case 'awarded':
    case 'answered':
      return side === 'mentor' ? state : 'decided';
    case 'confirmed':
      if (takenBackBy === side || takenBackBy === 'both') return 'taken_back';
      return lapsed ? 'lapsed' : 'confirmed';
    case 'asked':
    case 'withheld':
    case 'declined':
      if (takenBackBy !== null) return null;
      if (side === askedBy) return lapsed ? 'lapsed' : 'asked';
      if (state === 'declined') return 'declined';
      return state === 'withheld' || lapsed ? null : 'asked';
  }
}

/** So long an ask can be confirmed, and so long a confirmed mentorship waits for the issuer's reviewers. */
export const ASK_DAYS = 90;
export const REVIEW_DAYS = 180;

/** Asks of one account that may be open at the same time, as far as it knows. */
export const MAX_OPEN_ASKS = 10;

/** After so many declines within so many days an ask of the same person is not shown any more. */
export const MAX_DECLINES = 2;
export const DECLINE_DAYS = 180;

/** The most people that a mentor can name as their limit. */
export const MAX_MENTEES = 50;
