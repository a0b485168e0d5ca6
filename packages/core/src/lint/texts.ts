import type { Achievement } from '../achievement.ts';
import type { LanguageMap, LanguageTag } from '../language.ts';
import type { LintField } from './objection.ts';

/** One text of an achievement, and where it stands (JSON Pointer, RFC 6901). */
export type PlacedText = {
  readonly field: LintField;
  readonly pointer: string;
  readonly language: LanguageTag;
  readonly text: string;
};

/** Every text that somebody wrote for an achievement, in every language. Alignments are others' words. */
export function textsOf(facts: Achievement): readonly PlacedText[] {
  return [
    ...placed('name', '/name', facts.name),
    ...placed('description', '/description', facts.description),
    ...placed('criteria', '/criteria', facts.criteria),
    ...list('requirements', facts.requirements),
    ...placed('doesNotMean', '/doesNotMean', facts.doesNotMean),
    ...facts.skills.map((text, at) => ({
      field: 'skills' as const,
      pointer: `/skills/${at}`,
      language: facts.sourceLanguage,
      text,
    })),
    ...placed('resumeHeadline', '/resumeHeadline', facts.resumeHeadline),
    ...list('resumeStatements', facts.resumeStatements),
  ];
}

/** The languages in which anything of an achievement is written; the source language first. */
export function languagesWritten(facts: Achievement): readonly LanguageTag[] {
  const others = textsOf(facts)
    .map(({ language }) => language)
    .filter((language) => language !== facts.sourceLanguage);
  return [facts.sourceLanguage, ...[...new Set(others)].sort()];
}

function list(field: LintField, maps: readonly LanguageMap[]): readonly PlacedText[] {
  return maps.flatMap((map, at) => placed(field, `/${field}/${at}`, map));
}

function placed(field: LintField, pointer: string, map: LanguageMap): readonly PlacedText[] {
  return Object.entries(map).map(([language, text]) => ({
    field,
    pointer: `${pointer}/${language}`,
    language,
    text,
  }));
}
