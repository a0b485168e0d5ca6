import type { Achievement } from '@laurel/core/achievement';
import type { LanguageMap, LanguageTag } from '@laurel/core/language';

/** What members write of an achievement, in the order in which changes are told. */
const TEXT_PARTS = [
  'name',
  'description',
  'criteria',
  'requirements',
  'doesNotMean',
  'resumeHeadline',
  'resumeStatements',
] as const;
const FACT_PARTS = [
  'kind',
  'theme',
  'engagementLevels',
  'sourceLanguage',
  'drafts',
  'skills',
  'alignments',
  'evidenceClasses',
  'hours',
  'term',
  'validityMonths',
] as const;

export type ChangedPart = {
  readonly part: (typeof TEXT_PARTS)[number] | (typeof FACT_PARTS)[number];
  /** The languages in which a text differs; none for what is no text. */
  readonly languages: readonly LanguageTag[];
};

/** What differs between two versions of an achievement, or between one and its draft. */
export function changedParts(before: Achievement, after: Achievement): readonly ChangedPart[] {
  const texts = TEXT_PARTS.map((part) => ({
    part,
    languages: differing([before[part]].flat(), [after[part]].flat()),
  }));
  const facts = FACT_PARTS.filter((part) => written(before[part]) !== written(after[part]));
  return [
    ...texts.filter(({ languages }) => languages.length > 0),
    ...facts.map((part) => ({ part, languages: [] })),
  ];
}

function differing(
  before: readonly LanguageMap[],
  after: readonly LanguageMap[],
): readonly LanguageTag[] {
  const languages = new Set([...before, ...after].flatMap((map) => Object.keys(map)));
  const inLanguage = (maps: readonly LanguageMap[], language: LanguageTag) =>
    JSON.stringify(maps.map((map) => map[language] ?? null));
  return [...languages]
    .filter((language) => inLanguage(before, language) !== inLanguage(after, language))
    .sort();
}

/** The same for the same facts, in whatever order their members were written. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}
