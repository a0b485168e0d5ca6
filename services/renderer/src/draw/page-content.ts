import { INK } from '@laurel/art/palette';
import { WEIGHTS } from '../fonts/weight.ts';
import type { Typeface } from '../harfbuzz/typeface.ts';
import type { Block, Ground, Picture, Place, PlacedText } from '../layout/block.ts';
import type { Sheet } from '../page.ts';
import { atDot, type QrCode } from '../qr.ts';
import { firstBaseline } from '../text/fit.ts';
import { type Line, type LineRun, lineOf } from '../text/line.ts';
import type { Typesetter } from '../text/typesetter.ts';
import { hexadecimal, utf16 } from './add-page-font.ts';
import { levelRunsOf } from './clusters.ts';
import { codesOf, isMark } from './line-codes.ts';
import { written, writtenColour } from './numbers.ts';
import type { PageFont } from './page-font.ts';

export type PageContent = {
  readonly operators: string;
  /** Operators of parts of their own, by the names that the page calls them by. */
  readonly forms: ReadonlyMap<string, string>;
  /** The texts in reading order: each is marked with its place in this list (PDF 2.0, 14.7.5.2). */
  readonly marked: readonly PlacedText[];
};

/** With what a page is drawn. */
export type Pens = {
  readonly sheet: Sheet;
  readonly typesetter: Typesetter;
  /** The one font of all pages. */
  readonly font: PageFont;
  readonly code: QrCode;
  /** What every page has around it. */
  readonly frame: string;
  readonly emblem: (place: Place) => string;
};

/** Two names for one font: readers begin a new run at a change of font, which keeps directions apart. */
export const FONT_NAMES = { ltr: 'LaurelLtr', rtl: 'LaurelRtl' } as const;
export const LOGO_NAME = 'LaurelLogo';

/** Everything on a page. */
export function pageContent({ grounds, texts, pictures }: Block, pens: Pens): PageContent {
  const { sheet, font } = pens;
  const forms = new Map<string, string>();
  const apart = (operators: string) => {
    const name = `LaurelForm${forms.size + 1}`;
    forms.set(name, `BT\n${operators}\nET\n`);
    return `/${name} Do`;
  };
  const digits = pens.typesetter.plain.at(WEIGHTS.regular);
  const shown = texts.map((placed, index) => {
    const runs = linesOf(placed, sheet).flatMap((line) => lineRuns(line, digits, font));
    const operators = runs.map((run) =>
      run.apart ? apart(run.operators) : `BT\n${run.operators}\nET`,
    );
    const mark = `/${placed.role} <</MCID ${index}>> BDC`;
    return [mark, `${writtenColour(placed.colour)} rg`, ...operators, 'EMC'].join('\n');
  });
  const operators = [
    '/Artifact BMC',
    pens.frame,
    ...grounds.map((ground) => groundOperators(ground, sheet)),
    ...pictures.map((picture) => pictureOperators(picture, pens)),
    'EMC',
    ...shown,
    '',
  ].join('\n');
  return { operators, forms, marked: texts };
}

type PlacedLine = {
  readonly line: Line;
  /** The left end of the baseline, from the page's lower left corner. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
};

function linesOf(
  { text, left, top, width, align }: PlacedText,
  sheet: Sheet,
): readonly PlacedLine[] {
  const { paragraph, lines, size, leading } = text;
  return lines.map((range, index) => {
    const line = lineOf(paragraph, range);
    const white = width - line.width * size;
    const x = left + { left: 0, centre: white / 2, right: white }[align];
    const y = sheet.height - top - firstBaseline(text) - index * size * leading;
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

function groundOperators({ colour, ...place }: Ground, sheet: Sheet): string {
  const { left, top, width, height } = place;
  const rectangle = [left, sheet.height - top - height, width, height];
  return `${writtenColour(colour)} rg\n${rectangle.map((length) => written(length)).join(' ')} re f`;
}

function pictureOperators(picture: Picture, { sheet, code, emblem }: Pens): string {
  if (picture.shows === 'emblem') return emblem(picture);
  if (picture.shows === 'qr') return qrOperators(code, picture, sheet);
  const { left, top, width, height } = picture;
  const matrix = [width, 0, 0, height, left, sheet.height - top - height];
  return `q ${matrix.map((length) => written(length, 3)).join(' ')} cm /${LOGO_NAME} Do Q`;
}

/** The modules in their own units, turned so that y runs downwards as the code has it. */
function qrOperators({ modules, side }: QrCode, place: Place, sheet: Sheet): string {
  const unit = written(place.width / side, 6);
  const [left, top] = [atDot(place.left), sheet.height - atDot(place.top)];
  const corner = `${written(left, 4)} ${written(top, 4)}`;
  const path = modules.map(({ x, y, length }) => `${x} ${y} ${length} 1 re`).join('\n');
  return `q ${writtenColour(INK)} rg\n${unit} 0 0 -${unit} ${corner} cm\n${path}\nf\nQ`;
}
