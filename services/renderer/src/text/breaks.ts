import type { LanguageTag } from '@laurel/core/language';
import type { Grapheme } from '@laurel/fonts/graphemes';
import { SCRIPTS_OF_SIGNS, SCRIPTS_WITHOUT_SPACES } from '@laurel/fonts/scripts';

/** A part of a text within which no line breaks. `end` is before the spaces that a line's end swallows. */
export type Piece = { readonly start: number; readonly end: number };

const SPACE = /^[ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000\u200b]+$/;
/** A line may break after these where a letter follows: hyphens, dashes, Tibetan and Ethiopic word ends. */
const BREAKS_AFTER = /^[-\u2010\u2013\u2014\u0f0b\u0f0d\u1361]/;
const LETTER = /^\p{L}/u;
/** What does not begin a line, in scripts that break between any two signs (UAX #14, CL, CJ, EX, NS). */
const NOT_FIRST =
  /^[\p{M}\p{Pe}\p{Pf}\p{Po}\u3005\u303b\u309b-\u309e\u30fb-\u30feぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\u31f0-\u31ff]/u;
const NOT_LAST = /[\p{Ps}\p{Pi}]$/u;
/** Between the items of a list; no line begins with it. */
const SEPARATOR = '·';
/** Signs that bind what follows to what precedes: viramas of Javanese and Balinese, the word joiner. */
const BINDS = /[\ua9c0\u1b44\u2060\u00a0\u202f\ufeff]/;

/**
 * Where a line may break (after UAX #14, by `Intl.Segmenter` in scripts that write no spaces between
 * words). It never breaks inside a grapheme.
 */
export function piecesOf(
  text: string,
  graphemes: readonly Grapheme[],
  language: LanguageTag,
): readonly Piece[] {
  const words = wordStarts(text, graphemes, language);
  const pieces: Piece[] = [];
  let start = 0;
  let end = 0;
  graphemes.forEach((grapheme, index) => {
    const next = graphemes[index + 1];
    if (!SPACE.test(grapheme.text)) end = grapheme.end;
    if (next !== undefined && !mayBreak(grapheme, next, words)) return;
    pieces.push({ start, end: Math.max(start, end) });
    start = grapheme.end;
  });
  return pieces;
}

function mayBreak(before: Grapheme, after: Grapheme, words: ReadonlySet<number>): boolean {
  if (SPACE.test(before.text)) return !SPACE.test(after.text) && after.text !== SEPARATOR;
  if (SPACE.test(after.text) || BINDS.test(before.text) || BINDS.test(after.text)) return false;
  if (BREAKS_AFTER.test(before.text) && LETTER.test(after.text)) return true;
  if (NOT_FIRST.test(after.text) || NOT_LAST.test(before.text)) return false;
  if (SCRIPTS_OF_SIGNS.has(before.script) || SCRIPTS_OF_SIGNS.has(after.script)) {
    return LETTER.test(before.text) || LETTER.test(after.text);
  }
  return SCRIPTS_WITHOUT_SPACES.has(after.script) && words.has(after.start);
}

/** Starts of words as the segmenter finds them; asked only where a script needs it. */
function wordStarts(
  text: string,
  graphemes: readonly Grapheme[],
  language: LanguageTag,
): ReadonlySet<number> {
  if (!graphemes.some(({ script }) => SCRIPTS_WITHOUT_SPACES.has(script))) return new Set();
  const segmenter = segmenterOf(language);
  return new Set([...segmenter.segment(text)].map(({ index }) => index));
}

function segmenterOf(language: LanguageTag): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    // A tag that is not well-formed says nothing of words.
    return new Intl.Segmenter('und', { granularity: 'word' });
  }
}
