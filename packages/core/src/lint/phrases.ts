import { withAsciiDigits } from '../ascii-digits.ts';
import { fold } from './folded-text.ts';

/** The lists of phrases, by what they give away. `words.json`, where they are, explains how a phrase is written. */
type ListName =
  | 'person'
  | 'quality'
  | 'edits'
  | 'comparison'
  | 'mayCompare'
  | 'experience'
  | 'years'
  | 'personal'
  | 'promise'
  | 'praise'
  | 'except'
  | 'negation'
  | 'stillAsking';

type LanguageWords = { readonly [List in ListName]?: readonly string[] } & {
  /** What is written together with the word after it, such as an article. */
  readonly attached?: readonly string[];
  /** Words of this language stand without spaces between them. */
  readonly unspaced?: boolean;
  /** A sentence of this language may deny at its end. */
  readonly deniesAfter?: boolean;
  /** The words for one, two and so on. */
  readonly numbers?: readonly string[];
};

/** What is in `words.json`. It is given, as it is large and seldom needed. */
export type LintWords = {
  readonly languages: Readonly<Record<string, LanguageWords | undefined>>;
};

export type Found = { readonly from: number; readonly to: number; readonly folded: string };

/** Where the phrases of a language's list stand in a folded text. */
export function findPhrases(
  words: LintWords,
  folded: string,
  language: string,
  list: ListName,
): readonly Found[] {
  const pattern = patternOf(words, language, list);
  if (pattern === null) return [];
  return [...folded.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    folded: match[0],
  }));
}

/** True for a language whose sentences may deny at their end. */
export function deniesAfter({ languages }: LintWords, language: string): boolean {
  return languages[language]?.deniesAfter === true;
}

/** The first number in a folded text, in digits of any script or as a word; null where there is none. */
export function numberIn(
  { languages }: LintWords,
  folded: string,
  language: string,
): number | null {
  const digits = /\p{Nd}+/u.exec(folded)?.[0];
  if (digits !== undefined) return Number(withAsciiDigits(digits));
  const spelled = (languages[language]?.numbers ?? []).findIndex((word) =>
    folded.split(/[^\p{L}\p{M}]+/u).includes(fold(word)),
  );
  return spelled < 0 ? null : spelled + 1;
}

const patterns = new WeakMap<LintWords, Map<string, RegExp | null>>();

function patternOf(words: LintWords, language: string, list: ListName): RegExp | null {
  const known = patterns.get(words) ?? new Map<string, RegExp | null>();
  patterns.set(words, known);
  const key = `${language} ${list}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const own = words.languages[language];
  const phrases = own?.[list] ?? [];
  const made =
    own === undefined || phrases.length === 0
      ? null
      : new RegExp(phrases.map((phrase) => source(phrase, own)).join('|'), 'gu');
  known.set(key, made);
  return made;
}

const LETTER = String.raw`[\p{L}\p{M}]`;
const GAP = String.raw`[\s\p{Pd}_/]`;
const DIGITS = String.raw`\p{Nd}(?:[.,٫٬]?\p{Nd})*`;

function source(phrase: string, own: LanguageWords): string {
  const attached = (own.attached ?? []).map((one) => escaped(fold(one)));
  const article = attached.length === 0 ? '' : `(?:${attached.join('|')}){0,2}`;
  const spelled = (own.numbers ?? []).map((one) => escaped(fold(one)));
  const digits = String.raw`${DIGITS}(?:\s?k\b)?\+?`;
  const number = `(?:${[digits, ...spelled].join('|')})`;
  const body = fold(phrase)
    .split(/(##|#|@|~~|~|\*| )/u)
    .map((part) => {
      switch (part) {
        case '##':
          return String.raw`\p{Nd}(?:[.,٫٬]?\p{Nd})+(?:\s?k\b)?\+?`;
        case '#':
          return digits;
        case '@':
          return number;
        case '*':
          return `${LETTER}*`;
        case '~':
          return `(?:[^\\s.!?;]+${GAP}+)?`;
        case '~~':
          return `(?:[^\\s.!?;]+${GAP}+){0,4}`;
        case ' ':
          return own.unspaced === true ? String.raw`\s*` : `${GAP}*`;
        default:
          return escaped(part);
      }
    })
    .join('');
  if (own.unspaced === true) return body;
  return `(?<!${LETTER}|\\p{Nd}|\\p{Nd}[.,٫٬])${article}${body}(?!${LETTER})`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
