import type { Typeface } from '../harfbuzz/typeface.ts';
import type { LineRun } from '../text/line.ts';
import { type Cluster, clustersOf } from './clusters.ts';
import { meaningsOf } from './meanings.ts';
import type { Code, PageFont } from './page-font.ts';

/**
 * The codes that draw neighbouring runs of one direction, given in logical order, from left to right.
 *
 * Meanings from right to left stand as they are seen: readers (poppler, pdf.js) turn such letters around.
 * They do not know the direction of letters beyond the Basic Multilingual Plane: the meanings of those
 * stand in logical order, though what their codes draw does not.
 */
export function codesOf(
  runs: readonly LineRun[],
  text: string,
  direction: 'ltr' | 'rtl',
  digits: Typeface,
  font: PageFont,
): readonly number[] {
  const clusters = runs.flatMap((run) => {
    const seen = clustersOf(run, text, digits);
    return direction === 'ltr' ? seen : seen.toReversed();
  });
  const meanings = meaningsOf(
    clusters.map((cluster) => cluster.text),
    direction,
  );
  const codes = (seen: readonly Cluster[], meant: readonly (readonly string[])[]) =>
    seen.flatMap((cluster, index) => clusterCodes(cluster, meant[index] ?? [], font));
  if (direction === 'ltr') return codes(clusters, meanings).map(font.code);
  const seen = clusters.toReversed();
  if (meanings.flat().some(isBeyondBasicPlane)) return codes(seen, meanings).map(font.code);
  const turned = meanings.toReversed().map((meant) => meant.toReversed());
  return withoutDoubleSpaces(codes(seen, turned)).map(font.code);
}

/** The first code draws the whole cluster; all but marks share its width. */
function clusterCodes(
  { key, contours, advance }: Cluster,
  meant: readonly string[],
  font: PageFont,
): readonly Code[] {
  const glyph = font.glyph(key, contours);
  const texts = meant.length === 0 ? [NOTHING] : meant;
  const widths = sharedWidths(advance, texts);
  return texts.map((text, index) => ({
    glyph: index === 0 ? glyph : 0,
    width: widths[index] ?? LEAST_WIDTH,
    text,
  }));
}

/** A code without a width is no character to some readers. */
const LEAST_WIDTH = 1;
const MARK = /\p{Mn}/u;

/** True for what pdf.js counts no width for: it would see a gap where such a code had one. */
export function isMark(text: string): boolean {
  return MARK.test(text);
}

function sharedWidths(advance: number, texts: readonly string[]): readonly number[] {
  const marks = texts.map(isMark);
  const letters = marks.filter((mark) => !mark).length;
  if (letters === 0)
    return texts.map((_, index) => Math.max(LEAST_WIDTH, index === 0 ? advance : 0));
  const shared = advance - (texts.length - letters) * LEAST_WIDTH;
  const share = Math.floor(shared / letters);
  const first = marks.indexOf(false);
  return marks.map((mark, index) => {
    const width = index === first ? shared - share * (letters - 1) : share;
    return Math.max(LEAST_WIDTH, mark ? LEAST_WIDTH : width);
  });
}

/** A gap that poppler takes for a space between words, and pdf.js does not (1/10 em and a little more). */
const SPACE_FOR_SOME = 101;

/**
 * Where a space stands left of a mark, pdf.js adds another one for the gap, behind the mark. So the space
 * is made narrow, and what it loses is given to the letter left of it; nothing that is drawn moves.
 */
function withoutDoubleSpaces(codes: readonly Code[]): readonly Code[] {
  const narrow = (index: number) =>
    codes[index]?.text === ' ' &&
    isMark(codes[index + 1]?.text ?? '') &&
    index > 0 &&
    codes[index].width > SPACE_FOR_SOME;
  return codes.map((code, index) => {
    if (narrow(index)) return { ...code, width: SPACE_FOR_SOME };
    const lost = narrow(index + 1) ? (codes[index + 1]?.width ?? 0) - SPACE_FOR_SOME : 0;
    return { ...code, width: code.width + lost };
  });
}

/** What a cluster stands for whose characters all went to its neighbours: a zero width space. */
const NOTHING = '\u200b';

function isBeyondBasicPlane(text: string): boolean {
  return [...text].some((character) => character.length > 1);
}
