import { INK } from '@laurel/art/palette';
import { WEIGHTS } from '../fonts/weight.ts';
import type { Block, Ground, Picture, Place, PlacedText } from '../layout/block.ts';
import type { Sheet } from '../page.ts';
import { atDot, type QrCode } from '../qr.ts';
import { EMBLEM_SIDE } from '../stationery.tsx';
import { firstBaseline } from '../text/fit.ts';
import { lineOf } from '../text/line.ts';
import type { Typesetter } from '../text/typesetter.ts';
import { lineRuns, type PlacedLine } from './line-runs.ts';
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
  /** Whether pages have the border of a certificate. */
  readonly framed: boolean;
  /** The one font of all pages. */
  readonly font: PageFont;
  readonly code: QrCode;
};

/** By these names a page calls what stands in forms and images of the file. */
export const LOGO_NAME = 'LaurelLogo';
export const BORDER_NAME = 'LaurelBorder';
export const EMBLEM_NAME = 'LaurelEmblem';

/** Everything on a page. */
export function pageContent({ grounds, texts, pictures }: Block, pens: Pens): PageContent {
  const { sheet, font, framed } = pens;
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
    ...(framed ? [`/${BORDER_NAME} Do`] : []),
    ...grounds.map((ground) => groundOperators(ground, sheet)),
    ...pictures.map((picture) => pictureOperators(picture, pens)),
    'EMC',
    ...shown,
    '',
  ].join('\n');
  return { operators, forms, marked: texts };
}

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

function groundOperators({ colour, ...place }: Ground, sheet: Sheet): string {
  const { left, top, width, height } = place;
  const rectangle = [left, sheet.height - top - height, width, height];
  return `${writtenColour(colour)} rg\n${rectangle.map((length) => written(length)).join(' ')} re f`;
}

function pictureOperators(picture: Picture, { sheet, code }: Pens): string {
  if (picture.shows === 'qr') return qrOperators(picture.code ?? code, picture, sheet);
  const { left, top, width, height } = picture;
  // An image is a square of one unit, a form has the units that it was drawn in.
  const [name, side] = picture.shows === 'logo' ? [LOGO_NAME, 1] : [EMBLEM_NAME, EMBLEM_SIDE];
  const scale = `${written(width / side, 6)} 0 0 ${written(height / side, 6)}`;
  return `q ${scale} ${written(left, 3)} ${written(sheet.height - top - height, 3)} cm /${name} Do Q`;
}

/** The modules in their own units, turned so that y runs downwards as the code has it. */
function qrOperators({ modules, side }: QrCode, place: Place, sheet: Sheet): string {
  const unit = written(place.width / side, 6);
  const [left, top] = [atDot(place.left), sheet.height - atDot(place.top)];
  const corner = `${written(left, 4)} ${written(top, 4)}`;
  const path = modules.map(({ x, y, length }) => `${x} ${y} ${length} 1 re`).join('\n');
  return `q ${writtenColour(INK)} rg\n${unit} 0 0 -${unit} ${corner} cm\n${path}\nf\nQ`;
}
