import { MAX_LENGTHS, MAX_REQUIREMENTS, MAX_STATEMENTS } from '@laurel/contracts/achievement-facts';
import type { Achievement } from '@laurel/core/achievement';
import type { LanguageMap, LanguageTag } from '@laurel/core/language';
import { type Fields, paragraph, typedIn } from './form-fields.ts';

/** Empty rows at the end of a list, to go on writing in. */
const SPARE_ROWS = 2;

const SINGLE = ['name', 'description', 'criteria', 'doesNotMean', 'resumeHeadline'] as const;
const LISTS = ['requirements', 'resumeStatements'] as const;
const MOST_ROWS = { requirements: MAX_REQUIREMENTS, resumeStatements: MAX_STATEMENTS } as const;

type TextPart = (typeof SINGLE)[number] | (typeof LISTS)[number];

/** One text to be written. */
export type TextSpec = {
  /** `name`, or of a list such as `requirements-0`. */
  readonly field: string;
  readonly part: TextPart;
  /** The place in a list, from 1; null where there is one text alone. */
  readonly number: number | null;
  readonly maxLength: number;
  /** The text in the source language, for a translation of it; null while that is written itself. */
  readonly source: string | null;
};

/** The order in which texts are written: what it is, what for, what not, and then for a résumé. */
const ORDER = [
  'name',
  'description',
  'criteria',
  'requirements',
  'doesNotMean',
  'resumeHeadline',
  'resumeStatements',
] as const satisfies readonly TextPart[];

/** The texts of a language. A translation has those that the source has; the source has room for more. */
export function textSpecs(
  facts: Achievement,
  language: LanguageTag,
  fields: Fields,
): readonly TextSpec[] {
  const { sourceLanguage } = facts;
  const isSource = language === sourceLanguage;
  return ORDER.flatMap((part): readonly TextSpec[] => {
    const maxLength = MAX_LENGTHS[part];
    const value = facts[part];
    if (!isList(value)) {
      const source = isSource ? null : (value[sourceLanguage] ?? '');
      return [{ field: part, part, number: null, maxLength, source }];
    }
    const most = part === 'requirements' || part === 'resumeStatements' ? MOST_ROWS[part] : 0;
    const rows = Math.max(
      isSource ? Math.min(value.length + SPARE_ROWS, most) : value.length,
      rowsTyped(fields, part),
    );
    return Array.from({ length: rows }, (_, at) => ({
      field: `${part}-${at}`,
      part,
      number: at + 1,
      maxLength,
      source: isSource ? null : (value[at]?.[sourceLanguage] ?? ''),
    }));
  });
}

/** So many rows of a list hold something that was typed, whatever became of the list meanwhile. */
function rowsTyped(fields: Fields, part: string): number {
  const typed = [...fields.keys()]
    .filter((field) => field.startsWith(`${part}-`) && typedIn(fields, field) !== '')
    .map((field) => Number(field.slice(part.length + 1)) + 1);
  return Math.max(0, ...typed.filter((row) => row <= MAX_REQUIREMENTS));
}

function isList(value: LanguageMap | readonly LanguageMap[]): value is readonly LanguageMap[] {
  return Array.isArray(value);
}

/** The texts of a language as a form begins with them. */
export function textFields(facts: Achievement, language: LanguageTag): Fields {
  const written = (map: LanguageMap | undefined) => [map?.[language] ?? ''];
  return new Map([
    ...SINGLE.map((part) => [part, written(facts[part])] as const),
    ...LISTS.flatMap((part) =>
      facts[part].map((map, at) => [`${part}-${at}`, written(map)] as const),
    ),
    ['reviewed', isReviewed(facts, language) ? ['yes'] : []],
  ]);
}

/** A translation that was never written was never reviewed. */
function isReviewed(facts: Achievement, language: LanguageTag): boolean {
  return facts.name[language] !== undefined && !facts.drafts.includes(language);
}

/**
 * The facts with the texts of a language as they were typed. A requirement or a statement that is empty
 * in the source language is gone in every language.
 */
export function withTexts(facts: Achievement, language: LanguageTag, fields: Fields): Achievement {
  const typed = (field: string) => paragraph(typedIn(fields, field));
  const isSource = language === facts.sourceLanguage;
  const single = (part: (typeof SINGLE)[number]) => withText(facts[part], language, typed(part));
  const list = (part: (typeof LISTS)[number]) =>
    Array.from({ length: isSource ? MOST_ROWS[part] : facts[part].length }, (_, at) =>
      withText(facts[part][at] ?? {}, language, typed(`${part}-${at}`)),
    ).filter((map) => (isSource ? map[language] !== undefined : true));
  const others = facts.drafts.filter((draft) => draft !== language);
  return {
    ...facts,
    name: single('name'),
    description: single('description'),
    criteria: single('criteria'),
    requirements: list('requirements'),
    doesNotMean: single('doesNotMean'),
    resumeHeadline: single('resumeHeadline'),
    resumeStatements: list('resumeStatements'),
    drafts: isSource || typedIn(fields, 'reviewed') === 'yes' ? others : [...others, language],
  };
}

/** The facts without a language. */
export function withoutLanguage(facts: Achievement, language: LanguageTag): Achievement {
  const without = withTexts(facts, language, new Map());
  return { ...without, drafts: facts.drafts.filter((draft) => draft !== language) };
}

function withText(map: LanguageMap, language: LanguageTag, text: string): LanguageMap {
  const { [language]: _, ...others } = map;
  return text === '' ? others : { ...others, [language]: text };
}

/** The field of a path into the facts, such as `requirements`, `0`, `ar`. */
export function textFieldOf([part = '', at = '']: readonly string[]): string {
  return LISTS.some((list) => list === part) && /^\d+$/.test(at) ? `${part}-${at}` : part;
}
