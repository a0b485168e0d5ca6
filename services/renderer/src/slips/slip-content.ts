import { INK } from '@laurel/art/palette';
import { lineRuns, type PlacedLine } from '../draw/line-runs.ts';
import { written, writtenColour } from '../draw/numbers.ts';
import { type PageFont, pageFont } from '../draw/page-font.ts';
import { WEIGHTS } from '../fonts/weight.ts';
import { atDot, printedSide, qrCode } from '../qr.ts';
import { firstBaseline } from '../text/fit.ts';
import { lineOf } from '../text/line.ts';
import type { Typesetter } from '../text/typesetter.ts';
import type { PlacedOnSlip, SlipLayout } from './slip-layout.ts';
import { cutLines, rowsOf, SLIPS_PER_PAGE, type SlipPage } from './slip-page.ts';
import type { SlipTexts } from './slip-texts.ts';

/** What is drawn on pages of slips. */
export type SlipContent = {
  /** Operators of each page. */
  readonly pages: readonly string[];
  /** Operators of parts that pages call by these names. What every slip says is one of them. */
  readonly forms: ReadonlyMap<string, string>;
  readonly font: PageFont;
};

const UPPER = 'LaurelUpper';
const LOWER = 'LaurelLower';

/** Draws slips: what all of them say once, what each says for itself where it stands. */
export function slipContent(
  texts: SlipTexts,
  urls: readonly string[],
  layout: SlipLayout,
  page: SlipPage,
  typesetter: Typesetter,
): SlipContent {
  const font = pageFont();
  const forms = new Map<string, string>();
  const digits = typesetter.plain.at(WEIGHTS.regular);
  const isFromRight = texts.direction === 'rtl';
  const apart = (operators: string) => {
    const name = `LaurelForm${forms.size + 1}`;
    forms.set(name, `BT\n${operators}\nET`);
    return `/${name} Do`;
  };
  const shown = (placed: PlacedOnSlip) =>
    linesOf(placed, page.slipHeight, isFromRight)
      .flatMap((line) => lineRuns(line, digits, font))
      .map(({ operators, apart: isApart }) =>
        isApart ? apart(operators) : `BT\n${operators}\nET`,
      );
  const ink = `${writtenColour(INK)} rg`;
  forms.set(UPPER, [ink, ...layout.upper.flatMap(shown)].join('\n'));
  forms.set(LOWER, [ink, ...layout.lower.flatMap(shown)].join('\n'));

  const slips = texts.own.map(({ number, code }, index) => {
    const [x, y] = page.cornerOf(index % SLIPS_PER_PAGE, isFromRight);
    return [
      `q 1 0 0 1 ${written(x, 4)} ${written(y, 4)} cm ${ink}`,
      qrOperators(urls[index] ?? '', layout, page, [x, y]),
      ...shown(layout.number(number)),
      `/${UPPER} Do`,
      ...shown(layout.code(code)),
      `/${LOWER} Do Q`,
    ].join('\n');
  });
  const pages = Array.from({ length: Math.ceil(slips.length / SLIPS_PER_PAGE) }, (_, at) => {
    const own = slips.slice(at * SLIPS_PER_PAGE, (at + 1) * SLIPS_PER_PAGE);
    return [cutOperators(page, own.length), ...own, ''].join('\n');
  });
  return { pages, forms, font };
}

/** Lines of a text, from the slip's lower left corner. */
function linesOf(
  { text, left, top, width }: PlacedOnSlip,
  slipHeight: number,
  isFromRight: boolean,
): readonly PlacedLine[] {
  return text.lines.map((range, index) => {
    const line = lineOf(text.paragraph, range);
    const white = isFromRight ? width - line.width * text.size : 0;
    const y = slipHeight - top - firstBaseline(text) - index * text.size * text.leading;
    return { line, x: left + white, y, size: text.size };
  });
}

/**
 * The modules in their own units, turned so that y runs downwards as the code has it, in the middle of their
 * room and on the dots of the page. The slip's lower left corner is told in points of the page.
 */
function qrOperators(
  url: string,
  { qr }: SlipLayout,
  { height, slipHeight }: SlipPage,
  [x, y]: readonly [x: number, y: number],
): string {
  const code = qrCode(url);
  const side = printedSide(code, qr.side);
  const inset = (qr.side - side) / 2;
  const left = atDot(x + qr.left + inset) - x;
  const top = height - atDot(height - y - slipHeight + qr.top + inset) - y;
  const unit = written(side / code.side, 6);
  const corner = `${written(left, 4)} ${written(top, 4)}`;
  const path = code.modules.map((run) => `${run.x} ${run.y} ${run.length} 1 re`).join('\n');
  return `q ${unit} 0 0 -${unit} ${corner} cm\n${path}\nf\nQ`;
}

function cutOperators(page: SlipPage, slips: number): string {
  const lines = cutLines(page, rowsOf(slips)).map((line) => {
    const [x1, y1, x2, y2] = line.map((length) => written(length));
    return `${x1} ${y1} m ${x2} ${y2} l S`;
  });
  return `q 0.5 G 0.5 w [3 3] 0 d\n${lines.join('\n')}\nQ`;
}
