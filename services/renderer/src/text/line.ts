import type { Script } from '@laurel/fonts/families';
import type { Glyph } from '../harfbuzz/shape.ts';
import type { Typeface } from '../harfbuzz/typeface.ts';
import { inVisualOrder } from './direction.ts';
import type { LineRange } from './fit.ts';
import { boxesOf, glyphsOf, type Paragraph } from './paragraph.ts';

/** A run of one line: glyphs of one font, or boxes. Its place is ems from the line's left end. */
export type LineRun = {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly script: Script;
  readonly left: number;
  readonly width: number;
} & (
  | { readonly typeface: Typeface; readonly glyphs: readonly Glyph[] }
  | { readonly boxes: ReturnType<typeof boxesOf> }
);

export type Line = {
  /** The whole text of which it is a line; its runs say where in it they are. */
  readonly source: string;
  readonly width: number;
  /** In logical order; each says where it stands. */
  readonly runs: readonly LineRun[];
};

/** Shapes one line anew, as its ends are edges now, and puts its runs where they are read. */
export function lineOf(paragraph: Paragraph, { start, end }: LineRange): Line {
  const { source, items, typeface } = paragraph;
  const cut = items
    .filter((item) => item.start < end && item.end > start)
    .map((item) => ({
      ...item,
      start: Math.max(item.start, start),
      end: Math.min(item.end, end),
    }));
  const shaped = cut.map((item) => {
    const { level, script } = item;
    const span = { start: item.start, end: item.end, level, script };
    const face = typeface(item);
    if (face === null) {
      const boxes = boxesOf(source.text, item);
      const width = boxes.reduce((sum, box) => sum + box.width, 0);
      return { ...span, width, boxes: level % 2 === 1 ? boxes.toReversed() : boxes };
    }
    const glyphs = glyphsOf(item, source, face);
    const units = glyphs.reduce((sum, { advance }) => sum + advance, 0);
    return { ...span, width: units / face.unitsPerEm, typeface: face, glyphs };
  });
  let width = 0;
  const lefts = new Map<(typeof shaped)[number], number>();
  for (const run of shaped.length === 0 ? [] : inVisualOrder(shaped)) {
    lefts.set(run, width);
    width += run.width;
  }
  const runs = shaped.map((run) => ({ ...run, left: lefts.get(run) ?? 0 }));
  return { source: source.text, width, runs };
}
