import { numbersFrom } from './numbers-from.ts';
import { CENTRE, type Line, written } from './shape.ts';

/** The ring that a rosette fills, in units from the centre. */
const INNER = 112;
const OUTER = 217;
const LINE_WIDTH = 0.8;
/** Pieces of the curve to each wave: with fewer it would be seen to be made of pieces. */
const PIECES = 4;

/** One line that winds around the centre many times before it closes, as on a banknote. */
type Rosette = {
  readonly windings: number;
  /** In all windings together; shares no factor with them, or the line would close too early. */
  readonly waves: number;
  /** How often a wave grows and shrinks in a winding, and how much. */
  readonly swells: number;
  readonly swell: number;
  /** Radians. */
  readonly turn: number;
};

/**
 * The fine lines that grow from a seed: of each achievement others, and of one always the same. Their
 * numbers are drawn from the seed, and nothing of the seed can be read from them.
 */
export function rosetteLine(seed: string): Line {
  return { path: curve(rosetteFrom(seed)), tone: 'light', strokeWidth: LINE_WIDTH };
}

function rosetteFrom(seed: string): Rosette {
  const numbers = numbersFrom(seed);
  const whole = (least: number, most: number) =>
    least + Math.floor(numbers.next().value * (most - least + 1));
  const windings = whole(7, 11);
  const around = whole(5, 9);
  let waves = windings * around + whole(1, windings - 1);
  while (commonFactor(waves, windings) > 1) waves++;
  return {
    windings,
    waves,
    swells: whole(3, 8),
    swell: 0.12 + 0.34 * numbers.next().value,
    turn: 2 * Math.PI * numbers.next().value,
  };
}

function commonFactor(one: number, other: number): number {
  return other === 0 ? one : commonFactor(other, one % other);
}

/** Hermite pieces as Bézier curves; each begins as the one before it ends, so that `S` suffices (SVG 2, Section 9.3.6). */
function curve({ windings, waves, swells, swell, turn }: Rosette): string {
  const pieces = waves * PIECES;
  const step = (2 * Math.PI * windings) / pieces;
  const [middle, reach] = [(INNER + OUTER) / 2, (OUTER - INNER) / 2];
  const knot = (index: number) => {
    const angle = index * step;
    const wave = (angle * waves) / windings + turn;
    const height = reach * (1 - (swell * (1 + Math.cos(swells * angle))) / 2);
    const rising = (reach * swell * swells * Math.sin(swells * angle)) / 2;
    const radius = middle + height * Math.cos(wave);
    const growth = rising * Math.cos(wave) - height * (waves / windings) * Math.sin(wave);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return {
      x: CENTRE.x + radius * cos,
      y: CENTRE.y + radius * sin,
      dx: ((growth * cos - radius * sin) * step) / 3,
      dy: ((growth * sin + radius * cos) * step) / 3,
    };
  };
  const first = knot(0);
  const second = knot(1);
  const opening = `M${brief(first.x, first.y)}C${brief(first.x + first.dx, first.y + first.dy, second.x - second.dx, second.y - second.dy, second.x, second.y)}`;
  const rest = Array.from({ length: pieces - 1 }, (_, index) => {
    const { x, y, dx, dy } = knot(index + 2);
    return `S${brief(x - dx, y - dy, x, y)}`;
  });
  return `${opening}${rest.join('')}Z`;
}

/** One decimal: a tenth of a line's width. */
function brief(...coordinates: readonly number[]): string {
  return written(...coordinates.map((coordinate) => Math.round(coordinate * 10) / 10));
}
