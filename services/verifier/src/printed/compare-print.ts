import type { PageText } from '@laurel/contracts/pdf-parts';
import type { Check } from '@laurel/core/verdict';
import { type ComparedField, isTelling, wayOfSaying } from './compared-field.ts';
import { isKnown, type KnownWords } from './known-words.ts';
import { printCheck, shownOf } from './print-check.ts';
import type { SignedValue } from './signed-values.ts';
import { placeOf, wordsOn } from './words.ts';

export type PrintComparison = {
  readonly check: Check;
  readonly fields: readonly ComparedField[];
  /** What the pages say that no certificate of these facts says; empty where it says nothing else. */
  readonly more: string;
};

/** A PDF's pages, and how many credentials with different ids it carries. */
export type Paper = {
  readonly pages: readonly PageText[];
  readonly wholly: boolean;
  readonly changes: boolean;
  readonly credentials: number;
};

/** A certificate has some three hundred; what lies beyond is another paper's. */
const MAX_WORDS = 5_000;

/**
 * Compares what is printed with what is signed, wherever it stands. It sees texts alone: who covers one
 * with a picture is found out by whoever compares the name, which every report shows.
 */
export function comparePrint(
  paper: Paper,
  values: readonly SignedValue[],
  known: KnownWords,
): PrintComparison {
  const all = wordsOn(paper.pages);
  const words = all.slice(0, MAX_WORDS);
  const wholly = paper.wholly && words.length === all.length;
  const said = new Set<number>();
  const fields = values.map((value): ComparedField => {
    const way = wayOfSaying(value, words);
    for (const text of way ?? []) markAll(text, words, said);
    return { field: value.field, signed: value.signed, printed: way !== null };
  });
  const more = words.filter((word, index) => !said.has(index) && !isKnown(word, known));
  const differing = fields.filter(({ printed }) => !printed).map(({ field }) => field);
  const seen = {
    words,
    wholly,
    missing: [...new Set(differing)],
    telling: isTelling(fields),
    more,
  };
  const check = printCheck(paper, seen, 'as_signed');
  return { check, fields, more: shownOf(more) };
}

/** Every place where a text is said, as a name may stand in a sentence too. */
function markAll(text: string, words: readonly string[], said: Set<number>): void {
  for (let from = 0; ; ) {
    const place = placeOf(text, words, from);
    if (place === null) return;
    for (let at = place.start; at < place.end; at += 1) said.add(at);
    from = place.end;
  }
}
