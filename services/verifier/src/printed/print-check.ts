import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import type { Paper } from './compare-print.ts';

/** What was seen on a paper. */
export type SeenInPrint = {
  readonly words: readonly string[];
  /** False where there is more than was read. */
  readonly wholly: boolean;
  /** What was signed and is not printed: names of fields, behind a number where there are several credentials. */
  readonly missing: readonly string[];
  /** False where nothing on it tells that it belongs to what was signed. */
  readonly telling: boolean;
  /** Words that nobody signed. */
  readonly more: readonly string[];
  /** Addresses of credentials that are not attached. */
  readonly strange?: readonly string[];
  /** False where a part of what is always said is not there. */
  readonly isWhole?: boolean;
};

/** What of the other text is shown. */
const MAX_SHOWN_UNITS = 300;

/** Words that nobody signed, as far as they are shown. */
export function shownOf(words: readonly string[]): string {
  return words.join(' ').slice(0, MAX_SHOWN_UNITS);
}

/** Characters that no text has: where letters come out so, their file does not say which letters they are. */
const GARBLED = /[\ufffd\p{Co}\p{Cc}]/u;

/** The one thing to tell of a paper: what speaks against it before what leaves it open. */
export function printCheck(
  { pages, credentials, changes }: Paper,
  { words, wholly, missing, telling, more, strange = [], isWhole = true }: SeenInPrint,
  good: 'as_signed' | 'letter_as_signed',
): Check {
  const conclude = (
    result: CheckResult,
    finding: CheckFindings['print'],
    values: readonly string[] = [],
  ): Check => ({ check: 'print', result, finding, values });
  if (missing.length > 0 && (words.length === 0 || words.some((word) => GARBLED.test(word)))) {
    return conclude('warn', 'not_all_read');
  }
  if (!telling) return conclude('warn', 'another_paper');
  if (missing.length > 0 && wholly) return conclude('fail', 'differs', missing);
  if (strange.length > 0) return conclude('fail', 'not_attached', strange.slice(0, 1));
  // A page without a word is a picture of one, which may say anything.
  const isPicture = pages.some(({ runs }) => runs.every((run) => run.trim() === ''));
  if (!wholly || isPicture) return conclude('warn', 'not_all_read');
  if (credentials > 1) return conclude('warn', 'several_credentials');
  if (pages.some(({ marks }) => marks > 0)) return conclude('warn', 'drawn_over');
  if (more.length > 0) return conclude('warn', 'more_text');
  if (!isWhole) return conclude('warn', 'left_out');
  if (pages.some(({ hides }) => hides)) return conclude('warn', 'hidden_text');
  return changes ? conclude('warn', 'can_change') : conclude('pass', good);
}
