import type { Typeface } from '../harfbuzz/typeface.ts';
import type { Line, LineRun } from '../text/line.ts';
import { hexadecimal, utf16 } from './add-page-font.ts';
import { levelRunsOf } from './clusters.ts';
import { codesOf, isMark } from './line-codes.ts';
import { written } from './numbers.ts';
import type { PageFont } from './page-font.ts';

/** Two names for one font: readers begin a new run at a change of font, which keeps directions apart. */
export const FONT_NAMES = { ltr: 'LaurelLtr', rtl: 'LaurelRtl' } as const;

/** A line of text where it stands. */
export type PlacedLine = {
  readonly line: Line;
  /** The left end of the baseline, from the page's lower left corner. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
};

type ShownRun = {
  readonly operators: string;
  /** True where pdf.js would tear the last mark off a word, as it stands first: it begins each form afresh. */
  readonly apart: boolean;
};

/** Text showing (PDF 2.0, 9.4): a font and its size, a place, and codes. Runs follow in logical order. */
export function lineRuns(
  { line, x, y, size }: PlacedLine,
  digits: Typeface,
  font: PageFont,
): readonly ShownRun[] {
  return levelRunsOf(line).map(({ level, left, runs }) => {
    const direction = level % 2 === 1 ? 'rtl' : 'ltr';
    const codes = codesOf(runs, line.source, direction, digits, font);
    const show = `<${codes.map(hexadecimal).join('')}> Tj`;
    const operators = [
      `/${FONT_NAMES[direction]} ${written(size)} Tf`,
      `1 0 0 1 ${written(x + left * size, 3)} ${written(y, 3)} Tm`,
      runs.some(({ script }) => script === 'Nkoo') ? spoken(show, runs, line) : show,
    ].join('\n');
    const [first = 0] = codes;
    return { operators, apart: isMark(font.codes()[first - 1]?.text ?? '') };
  });
}

/**
 * Codes with what they say beside them (PDF 2.0, 14.9.4). poppler takes N'Ko to run from left to right and
 * would give it back turned around; it believes what is said, which pdf.js, knowing better, does not read.
 */
function spoken(show: string, runs: readonly LineRun[], { source }: Line): string {
  const text = runs.map(({ start, end }) => source.slice(start, end)).join('');
  return `/Span <</ActualText <feff${utf16(text)}>>> BDC\n${show}\nEMC`;
}
