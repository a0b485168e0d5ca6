import type { Achievement } from '../achievement.ts';
import { foldedText } from './folded-text.ts';
import type { LintRule, Objection, Severity } from './objection.ts';
import { deniesAfter, type Found, findPhrases, type LintWords, numberIn } from './phrases.ts';
import { type PlacedText, textsOf } from './texts.ts';

/** From so many years on, experience that is asked for keeps people out; fewer are asked about. */
const TOO_MANY_YEARS = 3;

/** Where somebody is called something, rather than where an act is told. */
const NAMING_FIELDS: ReadonlySet<string> = new Set(['name', 'resumeHeadline', 'skills']);

/** Where something is asked of people. */
const ASKING_FIELDS: ReadonlySet<string> = new Set(['criteria', 'requirements']);

type Match = Found & { readonly rule: LintRule; readonly severity: Severity };

/** Objections to what is said in the texts of an achievement. */
export function wordingObjections(facts: Achievement, words: LintWords): readonly Objection[] {
  return textsOf(facts).flatMap((placed) => objectionsTo(placed, words));
}

function objectionsTo(placed: PlacedText, words: LintWords): readonly Objection[] {
  const { field, pointer, language, text } = placed;
  const folded = foldedText(text);
  const primary = language.split('-')[0] ?? language;
  const matches =
    field === 'doesNotMean'
      ? titles(words, placed, folded.folded, primary).map((one) => ({
          ...one,
          severity: 'warns' as const,
        }))
      : [
          ...titles(words, placed, folded.folded, primary),
          ...claims(words, placed, folded.folded, primary),
        ];
  return withoutRepeats(matches).map(({ rule, severity, from, to }) => ({
    rule,
    severity,
    field,
    pointer,
    language,
    found: folded.excerpt(from, to),
  }));
}

/** Titles of people, in the text's own language and in English, which others borrow them from. */
function titles(
  words: LintWords,
  { field }: PlacedText,
  folded: string,
  primary: string,
): readonly Match[] {
  const rule = 'title_above_others';
  const severity: Severity = NAMING_FIELDS.has(field) ? 'refuses' : 'warns';
  return [...new Set([primary, 'en'])].flatMap((language) => {
    const qualities = findPhrases(words, folded, language, 'quality');
    const people = findPhrases(words, folded, language, 'person').filter(
      (person) =>
        !qualities.some((quality) => overlap(person, quality) && isLonger(quality, person)),
    );
    return [
      ...qualities.map((found) => ({ ...found, rule, severity }) as const),
      ...people.map((found) => ({ ...found, rule, severity: 'refuses' }) as const),
    ].filter((found) => !isExcepted(words, found, folded, language));
  });
}

/** What is claimed or asked: not objected to where the sentence denies it. */
function claims(
  words: LintWords,
  { field }: PlacedText,
  folded: string,
  primary: string,
): readonly Match[] {
  const asks = ASKING_FIELDS.has(field);
  const matchesOf = (
    list: Parameters<typeof findPhrases>[3],
    rule: LintRule,
    severity: (found: Found) => Severity,
    language = primary,
  ): readonly Match[] =>
    findPhrases(words, folded, language, list)
      .filter(
        (found) =>
          !isExcepted(words, found, folded, language) && !isDenied(words, found, folded, language),
      )
      .map((found) => ({ ...found, rule, severity: severity(found) }));
  return [
    ...matchesOf('edits', 'edit_count', () => 'refuses'),
    ...(primary === 'en' ? [] : matchesOf('edits', 'edit_count', () => 'refuses', 'en')),
    ...matchesOf('comparison', 'comparison', () => 'refuses'),
    ...matchesOf('mayCompare', 'comparison', () => 'warns'),
    ...matchesOf('experience', 'long_experience', ({ folded: asked }) =>
      (numberIn(words, asked, primary) ?? TOO_MANY_YEARS) >= TOO_MANY_YEARS ? 'refuses' : 'warns',
    ),
    ...(asks ? matchesOf('years', 'long_experience', () => 'warns') : []),
    ...matchesOf('personal', 'personal_data', () => (asks ? 'refuses' : 'warns')),
    ...matchesOf('promise', 'promise', () => 'refuses'),
  ];
}

function isExcepted(words: LintWords, found: Found, folded: string, language: string): boolean {
  return findPhrases(words, folded, language, 'except').some((exception) =>
    overlap(found, exception),
  );
}

/** A word of denial stands this close to what it denies, in words; in letters where words have no spaces. */
const DENIAL_REACH = { words: 6, letters: 12 } as const;

function isDenied(
  words: LintWords,
  { from, to }: Found,
  folded: string,
  language: string,
): boolean {
  const before =
    folded
      .slice(0, from)
      .split(/[.!?;:\n。！？؛؟।]/u)
      .at(-1) ?? '';
  const after = folded.slice(to).split(/[.!?;:\n。！？؛؟।]/u)[0] ?? '';
  return (
    denies(words, lastPart(before), language) ||
    (deniesAfter(words, language) && denies(words, firstPart(after), language))
  );
}

function denies(words: LintWords, said: string, language: string): boolean {
  const notDenying = findPhrases(words, said, language, 'stillAsking');
  return findPhrases(words, said, language, 'negation').some(
    (negation) => !notDenying.some((phrase) => overlap(negation, phrase)),
  );
}

function lastPart(text: string): string {
  const spaced = text.split(/(?<=\s)/u);
  return spaced.length > 1
    ? spaced.slice(-DENIAL_REACH.words).join('')
    : text.slice(-DENIAL_REACH.letters);
}

function firstPart(text: string): string {
  const spaced = text.split(/(?<=\s)/u);
  return spaced.length > 1
    ? spaced.slice(0, DENIAL_REACH.words).join('')
    : text.slice(0, DENIAL_REACH.letters);
}

/** The longer word is the one that was written: the other is a part of it. */
function isLonger(one: Found, other: Found): boolean {
  return one.to - one.from >= other.to - other.from;
}

function overlap(one: { from: number; to: number }, other: { from: number; to: number }): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Of findings of one rule that overlap, the graver and then the longer one. */
function withoutRepeats(matches: readonly Match[]): readonly Match[] {
  const graverFirst = [...matches].sort(
    (one, other) =>
      one.severity.localeCompare(other.severity) || other.to - other.from - (one.to - one.from),
  );
  const kept: Match[] = [];
  for (const match of graverFirst) {
    if (!kept.some((one) => one.rule === match.rule && overlap(one, match))) kept.push(match);
  }
  return kept.sort((one, other) => one.from - other.from);
}
