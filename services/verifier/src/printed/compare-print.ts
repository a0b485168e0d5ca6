import type { PageText } from '@laurel/contracts/pdf-parts';
import type { Check, CheckFindings, CheckResult, PrintedField } from '@laurel/core/verdict';
import { isKnown, type KnownWords } from './known-words.ts';
import type { SignedValue } from './signed-values.ts';
import { placeOf, wordsOn } from './words.ts';

/** How a field that was signed stands in print. */
export type ComparedField = {
  readonly field: PrintedField;
  readonly signed: string;
  readonly printed: boolean;
};

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
  readonly credentials: number;
};

/** A certificate has some three hundred; what lies beyond is another paper's. */
const MAX_WORDS = 5_000;

/** What of the other text is shown. */
const MAX_SHOWN_UNITS = 300;

/** Characters that no text has: where letters come out so, their file does not say which letters they are. */
const GARBLED = /[\ufffd\p{Co}\p{Cc}]/u;

/** Without one of these on it, a paper is not the certificate at all. */
const TELLING: readonly PrintedField[] = ['holder', 'achievement', 'address'];

/**
 * Compares what is printed with what is signed, wherever it stands. It sees texts alone: who covers one
 * with a picture is found out by whoever compares the name, which every report shows.
 */
export function comparePrint(
  paper: Paper,
  values: readonly SignedValue[],
  known: KnownWords,
): PrintComparison {
  const { pages, credentials } = paper;
  const all = wordsOn(pages);
  const words = all.slice(0, MAX_WORDS);
  const wholly = paper.wholly && words.length === all.length;
  const said = new Set<number>();
  const fields = values.map(({ field, signed, ways }): ComparedField => {
    const way = ways.find((texts) => texts.every((text) => placeOf(text, words) !== null));
    for (const text of way ?? []) markAll(text, words, said);
    return { field, signed, printed: way !== undefined };
  });
  const more = words.filter((word, index) => !said.has(index) && !isKnown(word, known));
  const differing = fields.filter(({ printed }) => !printed).map(({ field }) => field);
  const missing = [...new Set(differing)];
  const telling = fields.some(({ field, printed }) => printed && TELLING.includes(field));
  const conclude = (
    result: CheckResult,
    finding: CheckFindings['print'],
    named: readonly PrintedField[] = [],
  ): PrintComparison => ({
    check: { check: 'print', result, finding, values: named },
    fields,
    more: more.join(' ').slice(0, MAX_SHOWN_UNITS),
  });
  if (missing.length > 0 && (words.length === 0 || words.some((word) => GARBLED.test(word)))) {
    return conclude('warn', 'not_all_read');
  }
  if (!telling) return conclude('warn', 'another_paper');
  if (missing.length > 0 && wholly) return conclude('fail', 'differs', missing);
  if (!wholly) return conclude('warn', 'not_all_read');
  if (credentials > 1) return conclude('warn', 'several_credentials');
  if (pages.some(({ marks }) => marks > 0)) return conclude('warn', 'drawn_over');
  return more.length > 0 ? conclude('warn', 'more_text') : conclude('pass', 'as_signed');
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
