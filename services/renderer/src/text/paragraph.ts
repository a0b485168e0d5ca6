import type { Direction } from '@laurel/core/language';
import { WEIGHTS } from '../fonts/weight.ts';
import { type Glyph, shape } from '../harfbuzz/shape.ts';
import type { FontFile, GlyphExtents, Typeface } from '../harfbuzz/typeface.ts';
import { BOX_EXTENTS, boxWidth } from './box.ts';
import { piecesOf } from './breaks.ts';
import type { Measured } from './fit.ts';
import type { Item, Itemised, TextToSet } from './itemise.ts';

/** A text that was shaped as if it stood on one line, ready to be broken into several. */
export type Paragraph = Measured & {
  readonly source: TextToSet;
  readonly base: Direction;
  readonly items: readonly Item[];
  readonly typeface: (item: Item) => Typeface | null;
};

export type FindFont = (file: string) => FontFile;

/** Ascenders and descenders of Noto Sans. */
const LEAST_ASCENT = 0.8;
const LEAST_DESCENT = 0.22;

/** Shapes a text. Its fonts must be open, and the lists of slices of its scripts loaded. */
export function paragraphOf(
  source: TextToSet,
  { items, graphemes, base }: Itemised,
  find: FindFont,
): Paragraph {
  const { text, language } = source;
  const typeface = ({ font }: Item) =>
    font === null ? null : find(font).at(WEIGHTS[source.weight]);
  const sums = new Float64Array(text.length + 1);
  let [ascent, descent] = [LEAST_ASCENT, LEAST_DESCENT];
  for (const item of items) {
    const face = typeface(item);
    if (face === null) {
      for (const { start, width } of boxesOf(text, item)) sums[start + 1] = width;
      ascent = Math.max(ascent, BOX_EXTENTS.top);
      continue;
    }
    for (const { id, cluster, advance, dy } of glyphsOf(item, source, face)) {
      sums[cluster + 1] = (sums[cluster + 1] ?? 0) + advance / face.unitsPerEm;
      const { top, bottom } = extentsOf(face, id);
      ascent = Math.max(ascent, (top + dy) / face.unitsPerEm);
      descent = Math.max(descent, -(bottom + dy) / face.unitsPerEm);
    }
  }
  for (let index = 1; index < sums.length; index++) {
    sums[index] = (sums[index] ?? 0) + (sums[index - 1] ?? 0);
  }
  return {
    text,
    source,
    base,
    graphemes,
    items,
    pieces: piecesOf(text, graphemes, language),
    width: (start, end) => (sums[end] ?? 0) - (sums[start] ?? 0),
    ascent,
    descent,
    typeface,
  };
}

/** The glyphs of a part of a text, joined to what stands before and after it. */
export function glyphsOf(
  { start, end, level, script }: Item,
  { text, language }: TextToSet,
  face: Typeface,
): readonly Glyph[] {
  return shape(face, {
    text,
    start,
    end,
    script,
    language,
    direction: level % 2 === 1 ? 'rtl' : 'ltr',
  });
}

/** The characters of a part that no font draws, each with the width of its box. */
export function boxesOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
) {
  let at = start;
  return [...text.slice(start, end)].map((character) => {
    const box = { character, start: at, width: boxWidth(character) };
    at += character.length;
    return box;
  });
}

const extents = new WeakMap<Typeface, Map<number, GlyphExtents>>();

function extentsOf(face: Typeface, glyph: number): GlyphExtents {
  const known = extents.get(face) ?? new Map<number, GlyphExtents>();
  extents.set(face, known);
  const found = known.get(glyph) ?? face.extents(glyph);
  known.set(glyph, found);
  return found;
}
