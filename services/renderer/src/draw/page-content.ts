import { INK } from '@laurel/art/palette';
import { WEIGHTS } from '../fonts/weight.ts';
import { PAGE } from '../page.ts';
import type { Place, PlacedText, Placement } from '../placement.ts';
import type { QrCode } from '../qr.ts';
import { firstBaseline } from '../text/fit.ts';
import { lineOf } from '../text/line.ts';
import type { Typesetter } from '../text/typesetter.ts';
import { lineRuns, type PlacedLine } from './line-runs.ts';
import { written, writtenColour } from './numbers.ts';
import { type PageFont, pageFont } from './page-font.ts';

export type PageContent = {
  /** Operators that draw over the frame. */
  readonly operators: string;
  /** Operators of parts of their own, by the names that the page calls them by. */
  readonly forms: ReadonlyMap<string, string>;
  readonly font: PageFont;
};

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
