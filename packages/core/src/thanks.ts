import { proseOf } from './prose.ts';

/** In UTF-16 code units. */
export const MAX_THANKS_LENGTH = 500;

/** What is wrong with a word of thanks. */
export type ThanksMistake = 'empty' | 'long' | 'address';

/** Of the web or of mail, also where the first part was left out: words of thanks lead nowhere. */
const ADDRESS = /\b[a-z][a-z\d+.-]*:\/\/|\bwww\.|[^\s@]@[^\s@]+\.[^\s@.]{2,}/iu;

/** The words as they are kept, and what is wrong with them, if anything is. */
export function readThanks(typed: string): {
  readonly words: string;
  readonly mistake: ThanksMistake | null;
} {
  const words = proseOf(typed);
  if (words === '') return { words, mistake: 'empty' };
  if (words.length > MAX_THANKS_LENGTH) return { words, mistake: 'long' };
  return { words, mistake: ADDRESS.test(words) ? 'address' : null };
}
