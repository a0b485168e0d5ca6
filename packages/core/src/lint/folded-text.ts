/**
 * Marks that a reader's eye skips when it looks for a word: accents of Latin, Greek and Cyrillic, the
 * vowel signs of Arabic and Hebrew, tatweel. Signs of Indic scripts make other words and stay.
 */
const MARKS = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/gu;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** A text in which words are found however they are written, and where each letter came from. */
export type FoldedText = {
  readonly folded: string;
  /** The words of the text that was given, for a stretch of the folded one. */
  readonly excerpt: (from: number, to: number) => string;
};

/** Letters that one language has twice, or that keyboards confuse: Persian and Arabic yeh and kaf, the dotless i. */
const SAME_LETTERS: Readonly<Record<string, string>> = { ی: 'ي', ى: 'ي', ک: 'ك', ı: 'i' };

/** Letters without case, accents and width (Unicode Normalization Form KD, UAX #15). */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[‘’ʼ`´]/gu, "'")
    .toLowerCase()
    .replaceAll(/[یىکı]/gu, (letter) => SAME_LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/** The same, letter by letter, so that what is found can be shown as it was written. */
export function foldedText(text: string): FoldedText {
  const written = text.normalize('NFC');
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const letter of written) {
    const plain = fold(letter);
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(at);
    folded += plain;
    at += letter.length;
  }
  return {
    folded,
    excerpt: (from, to) =>
      written.slice(origins[from] ?? 0, to < origins.length ? origins[to] : written.length).trim(),
  };
}
