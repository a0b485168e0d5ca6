import type { AchievementTheme } from './achievement-theme.ts';
import type { EngagementLevel } from './engagement-level.ts';
import type { LanguageMap, LanguageTag } from './language.ts';

export const ACHIEVEMENT_KINDS = ['contribution', 'role', 'training'] as const;
export type AchievementKind = (typeof ACHIEVEMENT_KINDS)[number];

/** How long a role is held, and how often in a row. The end of a term is `served`, never an expiry. */
export type TermPolicy = {
  readonly lengthMonths: number;
  readonly maxLengthMonths: number;
  readonly renewable: boolean;
  /** Null where no limit is suggested. */
  readonly consecutiveTermsLimit: number | null;
  /** Months out of the role after which the count begins anew. Left out, also by older versions: a usual term. */
  readonly pauseMonths?: number | null;
};

export type SkillAlignment = { readonly targetName: string; readonly targetUrl: string };

/**
 * What can be awarded. Texts are language maps; a version that was awarded never changes.
 *
 * `drafts` are the languages of which no person has reviewed the translation: pages mark them, and
 * only a demonstration issuer signs them.
 */
export type Achievement = {
  readonly slug: string;
  readonly version: string;
  readonly kind: AchievementKind;
  /** Null where it has none. */
  readonly theme: AchievementTheme | null;
  /** In their order; none where nobody said. */
  readonly engagementLevels: readonly EngagementLevel[];
  readonly sourceLanguage: LanguageTag;
  readonly drafts: readonly LanguageTag[];
  readonly name: LanguageMap;
  readonly description: LanguageMap;
  readonly criteria: LanguageMap;
  readonly requirements: readonly LanguageMap[];
  readonly doesNotMean: LanguageMap;
  /** Names of skills, in the source language. */
  readonly skills: readonly string[];
  readonly alignments: readonly SkillAlignment[];
  /** Evidence classes that suit, from `evidence.ts`. */
  readonly evidenceClasses: readonly string[];
  readonly hours: 'optional' | 'recommended';
  /** Only for kind `role`. */
  readonly term: TermPolicy | null;
  /** Months from completion after which a training should be taken again. Null: does not expire. Never for a role. */
  readonly validityMonths: number | null;
  readonly resumeHeadline: LanguageMap;
  readonly resumeStatements: readonly LanguageMap[];
};

/** The languages in which an achievement can be signed: those that have a name, a description and criteria. */
export function languagesOf(achievement: Achievement): readonly LanguageTag[] {
  return Object.keys(achievement.name).filter(
    (tag) => achievement.description[tag] !== undefined && achievement.criteria[tag] !== undefined,
  );
}

/** The same, but for translations that nobody reviewed: a demonstration issuer alone signs those. */
export function languagesToSign(
  achievement: Achievement,
  demonstration: boolean,
): readonly LanguageTag[] {
  return languagesOf(achievement).filter(
    (language) => demonstration || !achievement.drafts.includes(language),
  );
}
