import type { PageText } from '@laurel/contracts/pdf-parts';

/** Controls of direction, joiners and the like: what is not seen is not compared. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Spaces, and the non-joiner of Persian, around which pdf.js turns the parts of a word in a line of two directions. */
const BETWEEN = /[\s\u200c]+/u;

/** A text in the one form in which it is compared (Unicode Normalization Form KC, UAX #15). */
function comparable(text: string): string {
  return text.normalize('NFKC').replaceAll(UNSEEN, '').normalize('NFKC');
}

/** The words of a text: what stands between spaces. In scripts without spaces, all of a line. */
export function wordsIn(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(BETWEEN)
    .map(comparable)
    .filter((word) => word !== '');
}

/** The words of pages, in the order in which they are drawn. No word goes over the end of a piece. */
export function wordsOn(pages: readonly PageText[]): readonly string[] {
  return pages.flatMap(({ runs }) => runs.flatMap(wordsIn));
}

/**
 * Where words say a text, from the first to behind the last; null where they do not. A text that is
 * broken over lines, or in two where its direction changes, is the same; one that is part of a longer
 * word is not.
 */
export function placeOf(
  text: string,
  words: readonly string[],
  from = 0,
): { readonly start: number; readonly end: number } | null {
  const wanted = wordsIn(text).join('');
  if (wanted === '') return null;
  for (let start = from; start < words.length; start += 1) {
    let said = '';
    for (let end = start; end < words.length && wanted.startsWith(said); end += 1) {
      said += words[end] ?? '';
      if (said === wanted) return { start, end: end + 1 };
    }
  }
  return null;
}
