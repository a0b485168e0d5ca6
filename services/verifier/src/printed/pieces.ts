import { wordsIn } from './words.ts';

/** Letters of scripts that put no spaces between words: a line of them may begin and end anywhere. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;

/** Numbers, and letters of one kind: where Latin stands within another script, endings are put to it. */
const PIECE = /\p{N}+|(?:\p{Script=Latin}\p{M}*)+|(?:(?!\p{Script=Latin})[\p{L}\p{M}])+/gu;

/** Stretches a word of Arabic letters, and is none. */
const TATWEEL = /\u0640/g;

/** What a word is made of; nothing where it is punctuation. */
export function piecesOf(word: string): readonly string[] {
  return word.replaceAll(TATWEEL, '').match(PIECE) ?? [];
}

/** All letters and numbers of a text, with nothing between them. */
export function joined(text: string): string {
  return wordsIn(text).flatMap(piecesOf).join('');
}
