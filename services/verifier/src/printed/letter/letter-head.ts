import type { LetterWords } from '@laurel/contracts/pdf-parts';
import { type Day, dayOf, secondsAt } from '@laurel/core/day';
import { longDate } from '@laurel/i18n/long-date';
import { placeOf, wordsIn } from '../words.ts';

/** What stands above the heading of a letter. */
export type LetterHead = {
  /** The day that the letter says it was made on, and for whom it is; null where it does not say. Nobody signed either. */
  readonly madeOn: Day | null;
  readonly addressee: string | null;
  /** The heading and all else that is not one of these. */
  readonly others: readonly string[];
  /** How many words it takes. */
  readonly end: number;
};

/** The longest name that a letter is made for, in UTF-16 code units, and some that were put between words. */
const MAX_ADDRESSEE_UNITS = 120 + 40;
/** Letters from further back are read all the same; their day is told as words that nobody signed. */
const MAX_YEARS = 15;
const DAY_SECONDS = 86_400;

/** Reads the top of a letter; nothing of it where there is no heading. */
export function headOf(
  words: readonly string[],
  said: LetterWords,
  nowSeconds: number,
): LetterHead {
  const title = first(said.titles, words);
  if (title === null) return { madeOn: null, addressee: null, others: [], end: 0 };
  const { start, end } = title;
  const issuers = placeOf(said.issuers, words.slice(0, start));
  const above = issuers === null ? [] : words.slice(0, issuers.end);
  const below = words.slice(above.length, start);
  const { before, addressee } = addressed(below, said);
  const madeOn = dayIn(before, said.language, nowSeconds);
  return {
    madeOn,
    addressee,
    others: [...above, ...(madeOn === null ? before : []), ...words.slice(start, end)],
    end,
  };
}

/** What stands before the line that says for whom, and whom it names. */
function addressed(words: readonly string[], { addressed, toWhom }: LetterWords) {
  const nobody = first(toWhom, words);
  if (nobody?.end === words.length) {
    return { before: words.slice(0, nobody.start), addressee: null };
  }
  for (const [opening, closing] of addressed) {
    const at = opening.trim() === '' ? null : placeOf(opening, words);
    const last = wordsIn(closing).length;
    if (at === null) continue;
    const addressee = words.slice(at.end, words.length - last).join(' ');
    if (addressee === '' || addressee.length > MAX_ADDRESSEE_UNITS) break;
    return { before: words.slice(0, at.start), addressee };
  }
  return { before: words, addressee: null };
}

/** The day that these words are, of the last years; null where they are none. */
function dayIn(words: readonly string[], language: string, nowSeconds: number): Day | null {
  const written = words.join('');
  const today = secondsAt(dayOf(nowSeconds));
  for (let back = -1; back < MAX_YEARS * 366; back += 1) {
    const day = dayOf(today - back * DAY_SECONDS);
    if ([day, longDate(day, language)].some((one) => wordsIn(one).join('') === written)) return day;
  }
  return null;
}

function first(texts: readonly string[], words: readonly string[]) {
  for (const text of texts) {
    const place = placeOf(text, words);
    if (place !== null) return place;
  }
  return null;
}
