import { ACHIEVEMENT_KINDS, type Achievement } from '@laurel/core/achievement';
import { ACHIEVEMENT_THEMES, type AchievementTheme } from '@laurel/core/achievement-theme';
import { ENGAGEMENT_LEVELS } from '@laurel/core/engagement-level';
import { EVIDENCE_CLASSES, type EvidenceClass } from '@laurel/core/evidence';
import type { LanguageMap } from '@laurel/core/language';
import type file from './catalogue.json';

/** A skill, its name in professional terms, and its entries in ESCO and O*NET. */
export type Skill = {
  readonly id: string;
  readonly professionalLabel: string;
  readonly alignments: Achievement['alignments'];
};

/** An achievement with where it comes from: lines of {@link Catalogue.source}. */
export type CatalogueAchievement = Achievement & {
  /** One or two. The first one is its theme. */
  readonly themes: readonly AchievementTheme[];
  /** Ids of `Catalogue.skills`, in the order of `skills`. */
  readonly skillIds: readonly string[];
  /** Counted from 1. */
  readonly sourceLines: readonly number[];
};

/**
 * What issuers can award without writing anything themselves. Issuers may add achievements of their
 * own; these are the ones that every deployment has.
 */
export type Catalogue = {
  readonly source: { readonly title: string; readonly publisher: string };
  /** The classifications of skills that alignments point to, with the credit that their publishers ask for. */
  readonly frameworks: readonly {
    readonly name: string;
    readonly publisher: string;
    readonly attribution: string;
  }[];
  readonly themes: readonly { readonly id: string; readonly label: string }[];
  readonly skills: readonly Skill[];
  readonly evidenceClasses: readonly {
    readonly id: EvidenceClass;
    readonly description: string;
  }[];
  readonly achievements: readonly CatalogueAchievement[];
};

/** The catalogue of what is in `catalogue.json`. It is given, as it is large and seldom needed. */
export function catalogueFrom(written: typeof file): Catalogue {
  return {
    ...written,
    evidenceClasses: written.evidenceClasses.map(({ id, description }) => ({
      id: oneOf(EVIDENCE_CLASSES, id),
      description,
    })),
    achievements: written.achievements.map(achievementFrom),
  };
}

/** The file's texts are of the type `string`; this narrows those of which the type says more. */
function achievementFrom(written: (typeof file.achievements)[number]): CatalogueAchievement {
  const themes = written.themes.map((theme) => oneOf(ACHIEVEMENT_THEMES, theme));
  return {
    ...written,
    themes,
    theme: themes[0] ?? null,
    engagementLevels: written.engagementLevels.map((level) => oneOf(ENGAGEMENT_LEVELS, level)),
    kind: oneOf(ACHIEVEMENT_KINDS, written.kind),
    hours: oneOf(['optional', 'recommended'], written.hours),
    name: languageMap(written.name),
    description: languageMap(written.description),
    criteria: languageMap(written.criteria),
    requirements: written.requirements.map(languageMap),
    doesNotMean: languageMap(written.doesNotMean),
    resumeHeadline: languageMap(written.resumeHeadline),
    resumeStatements: written.resumeStatements.map(languageMap),
  };
}

function oneOf<const Name extends string>(names: readonly Name[], written: string): Name {
  const known = names.find((name) => name === written);
  if (known === undefined) throw new Error(`catalogue.json: “${written}” is none of ${names}`);
  return known;
}

function languageMap(written: Readonly<Record<string, string | undefined>>): LanguageMap {
  return Object.fromEntries(
    Object.entries(written).flatMap(([tag, text]) => (text === undefined ? [] : [[tag, text]])),
  );
}
