import { shape } from '../harfbuzz/shape.ts';
import type { Typeface } from '../harfbuzz/typeface.ts';
import { BOX_EXTENTS, BOX_MARGIN, BOX_STROKE, boxOf, DIGIT_SIZE } from '../text/box.ts';
import { type Contour, glyphContours, placedContours } from './contours.ts';
import { UNITS_PER_EM } from './true-type.ts';

/** Height of the digits of Noto Sans, in ems of their own size. */
const DIGIT_HEIGHT = 0.714;
const ROW_GAP = 0.1;

/** The box of a character that no font draws, per mille of an em: a rim, and its code point in two rows. */
export function boxContours(character: string, digits: Typeface): readonly Contour[] {
  const { width, rows } = boxOf(character);
  const { top, bottom } = BOX_EXTENTS;
  const middle = (top + bottom) / 2;
  const baselines = [middle + ROW_GAP / 2, middle - ROW_GAP / 2 - DIGIT_SIZE * DIGIT_HEIGHT];
  const left = BOX_MARGIN;
  const right = width - BOX_MARGIN;
  const stroke = BOX_STROKE;
  return [
    rectangle(left, bottom, right, top),
    // Drawn the other way round, it cuts a hole.
    rectangle(left + stroke, bottom + stroke, right - stroke, top - stroke).toReversed(),
    ...rows.flatMap((row, index) => rowContours(row, width, baselines[index] ?? 0, digits)),
  ];
}

function rowContours(
  row: string,
  width: number,
  baseline: number,
  digits: Typeface,
): readonly Contour[] {
  const glyphs = shape(digits, {
    text: row,
    start: 0,
    end: row.length,
    direction: 'ltr',
    script: 'Latn',
    language: 'und',
  });
  const scale = (DIGIT_SIZE * UNITS_PER_EM) / digits.unitsPerEm;
  const units = glyphs.reduce((sum, { advance }) => sum + advance, 0);
  let pen = (width * UNITS_PER_EM - units * scale) / 2;
  return glyphs.flatMap(({ id, advance }) => {
    const contours = placedContours(glyphContours(digits, id), scale, pen, baseline * UNITS_PER_EM);
    pen += advance * scale;
    return contours;
  });
}

function rectangle(left: number, bottom: number, right: number, top: number): Contour {
  const corners = [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ] as const;
  return corners.map(([x, y]) => ({
    x: Math.round(x * UNITS_PER_EM),
    y: Math.round(y * UNITS_PER_EM),
    on: true,
  }));
}
