import { drawSvgPath, rgb } from '@cantoo/pdf-lib';
import type { Art } from '@laurel/art/art';
import { PAPER } from '@laurel/art/palette';
import type { Place } from '../layout/block.ts';
import type { Sheet } from '../page.ts';
import { written, writtenColour } from './numbers.ts';

/** The emblem spans this square of the art's units. */
const SPAN = { from: 36, side: 440 } as const;

const drawn = new Map<string, string>();
/** Arts are few; beyond so many all are drawn anew. */
const MAX_DRAWN = 50;

/** Draws the emblem of an art, as operators, in a square of a page. Its paths are written once in a Worker's life. */
export function emblemOperators(art: Art, sheet: Sheet): (place: Place) => string {
  return ({ left, top, width }) => {
    const scale = width / SPAN.side;
    const x = written(left - SPAN.from * scale, 3);
    const y = written(sheet.height - top + SPAN.from * scale, 3);
    const unit = written(scale, 6);
    return `q ${unit} 0 0 -${unit} ${x} ${y} cm\n${pathsOf(art)}\nQ`;
  };
}

function pathsOf(art: Art): string {
  const key = JSON.stringify(art);
  const paths = drawn.get(key) ?? pathsAnew(art);
  if (drawn.size >= MAX_DRAWN) drawn.clear();
  drawn.set(key, paths);
  return paths;
}

/** Operators that build a path (PDF 2.0, 8.5.2); the library brackets them with states of its own. */
const BUILDS_PATH = /(^| )[mlcvh]$/;

function pathsAnew({ emblem, palette }: Art): string {
  const colours = { ...palette, paper: PAPER };
  return emblem
    .map(({ path, tone }) => {
      const operators = drawSvgPath(path, {
        ...{ x: 0, y: 0, scale: 1, color: rgb(0, 0, 0) },
        ...{ borderColor: undefined, borderWidth: 0 },
      });
      const built = operators.map(String).filter((operator) => BUILDS_PATH.test(operator));
      return [`${writtenColour(colours[tone])} rg`, ...withTrueCurves(built), 'f'].join('\n');
    })
    .join('\n');
}

/**
 * The library writes a quadratic curve as `v`, which is a cubic one with other control points: each
 * becomes the cubic that it is. Two decimals of a unit of the art are finer than any printer.
 */
function withTrueCurves(operators: readonly string[]): readonly string[] {
  let [fromX, fromY] = [0, 0];
  return operators.map((operator) => {
    const numbers = (operator.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const name = operator.slice(-1);
    const [x1 = 0, y1 = 0, x = 0, y = 0] = numbers;
    const towards = (end: number, control: number) => end + (2 / 3) * (control - end);
    const cubic =
      name === 'v'
        ? [towards(fromX, x1), towards(fromY, y1), towards(x, x1), towards(y, y1), x, y]
        : numbers;
    [fromX = fromX, fromY = fromY] = cubic.slice(-2);
    return [...cubic.map((number) => written(number)), name === 'v' ? 'c' : name].join(' ');
  });
}
