/** What a text of people may not hold, by what is wrong with it. */
export type TextMistake = 'unseen' | 'direction';

const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF\p{Noncharacter_Code_Point}]/u;

/** Embeddings, overrides and isolates turn what stands after them around (UAX #9, Section 2). */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/u;

/**
 * What is wrong with a text of one paragraph: characters that nobody sees, or that turn other text
 * around. Joiners and marks of direction belong to how many languages are written, and stay.
 */
export function textMistake(text: string): TextMistake | null {
  if (UNSEEN.test(text)) return 'unseen';
  return TURNING.test(text) ? 'direction' : null;
}
