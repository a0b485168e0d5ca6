import { INK } from '@laurel/art/palette';
import { WEIGHTS } from '../fonts/weight.ts';
import type { Typeface } from '../harfbuzz/typeface.ts';
import { PAGE } from '../page.ts';
import type { Place, PlacedText, Placement } from '../placement.ts';
import type { QrCode } from '../qr.ts';
import { firstBaseline } from '../text/fit.ts';
import { type Line, type LineRun, lineOf } from '../text/line.ts';
import type { Typesetter } from '../text/typesetter.ts';
import { hexadecimal, utf16 } from './add-page-font.ts';
import { levelRunsOf } from './clusters.ts';
import { codesOf, isMark } from './line-codes.ts';
import { written, writtenColour } from './numbers.ts';
import { type PageFont, pageFont } from './page-font.ts';

export type PageContent = {
  /** Operators that draw over the frame. */
  readonly operators: string;
  /** Operators of parts of their own, by the names that the page calls them by. */
  readonly forms: ReadonlyMap<string, string>;
  readonly font: PageFont;
};

/** Two names for one font: readers begin a new run at a change of font, which keeps directions apart. */
export const FONT_NAMES = { ltr: 'LaurelLtr', rtl: 'LaurelRtl' } as const;

/** Everything on the page but its frame. */
export function pageContent(
  { grounds, texts, qr }: Placement,
  code: QrCode,
  typesetter: Typesetter,
): PageContent {
  const font = pageFont();
  const forms = new Map<string, string>();
  const apart = (operators: string) => {
    const name = `LaurelForm${forms.size + 1}`;
    forms.set(name, `BT\n${operators}\nET\n`);
    return `ET\n/${name} Do\nBT`;
  };
  const digits = typesetter.plain.at(WEIGHTS.regular);
  const shown = texts.flatMap((placed) => [
    `${writtenColour(placed.colour)} rg`,
    ...linesOf(placed).flatMap((line) =>
      lineRuns(line, digits, font).map((run) => (run.apart ? apart(run.operators) : run.operators)),
    ),
  ]);
  const operators = [
    ...grounds.map(groundOperators),
    qrOperators(code, qr),
    'BT',
    ...shown,
    'ET',
    '',
  ].join('\n');
  return { operators, forms, font };
}

type PlacedLine = {
  readonly line: Line;
  /** The left end of the baseline, from the page's lower left corner. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
};

function linesOf({ text, left, top, width, align }: PlacedText): readonly PlacedLine[] {
  const { paragraph, lines, size, leading } = text;
  return lines.map((range, index) => {
    const line = lineOf(paragraph, range);
    const white = width - line.width * size;
    const x = left + { left: 0, centre: white / 2, right: white }[align];
    const y = PAGE.height - top - firstBaseline(text) - index * size * leading;
    return { line, x, y, size };
  });
}

type ShownRun = {
  readonly operators: string;
  /** True where pdf.js would tear the last mark off a word, as it stands first: it begins each form afresh. */
  readonly apart: boolean;
};

/** Text showing (PDF 2.0, 9.4): a font and its size, a place, and codes. Runs follow in logical order. */
function lineRuns(
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

function groundOperators({ colour, ...place }: Place & { readonly colour: string }): string {
  const { left, top, width, height } = place;
  const rectangle = [left, PAGE.height - top - height, width, height];
  return `${writtenColour(colour)} rg\n${rectangle.map((length) => written(length)).join(' ')} re f`;
}

/** The modules in their own units, turned so that y runs downwards as the code has it. */
function qrOperators({ modules, side }: QrCode, place: Place): string {
  const unit = written(place.width / side, 6);
  const corner = `${written(place.left)} ${written(PAGE.height - place.top)}`;
  const path = modules.map(({ x, y, length }) => `${x} ${y} ${length} 1 re`).join('\n');
  return `q ${writtenColour(INK)} rg\n${unit} 0 0 -${unit} ${corner} cm\n${path}\nf\nQ`;
}
