import type { AchievementTheme } from '@laurel/core/achievement-theme';
import { leafShapes } from './leaf.ts';
import { CENTRE, circle, from, mirrored, type Point, type Shape, written } from './shape.ts';
import { themeSign } from './theme-sign.ts';

const RADIUS = 172;
const PAIRS = 9;
/** The branch runs from below its foot, where the two cross, to beside the opening at the top. */
const FOOT = (Math.PI / 180) * 99;
const FIRST_PAIR = (Math.PI / 180) * 78;
const TIP = (Math.PI / 180) * -60;
const SPREAD = (Math.PI / 180) * 34;
const LONGEST_LEAF = 74;
const SHORTEST_LEAF = 50;

/**
 * A laurel wreath, open at the top: two branches of paired leaves that cross at the foot, where the theme
 * has its sign.
 */
export function wreathShapes(theme: AchievementTheme | null): readonly Shape[] {
  const right = [...branch(false)];
  const left = [...branch(true)];
  const crossing = from(CENTRE, Math.PI / 2, RADIUS);
  const knot: readonly Shape[] =
    theme === null
      ? [{ path: circle(crossing, 8), tone: 'dark' }]
      : [
          { path: circle(crossing, 34), tone: 'paper' },
          { path: circle(crossing, 30), tone: 'dark' },
          ...themeSign(theme, crossing),
        ];
  return [...left, ...right, ...knot];
}

function* branch(left: boolean): Generator<Shape> {
  const place = (point: Point) => (left ? mirrored(point) : point);
  yield { path: stem(place), tone: 'dark' };
  for (let pair = 0; pair < PAIRS; pair++) {
    const share = pair / (PAIRS - 1);
    const angle = FIRST_PAIR + (TIP - FIRST_PAIR) * share;
    const length = LONGEST_LEAF + (SHORTEST_LEAF - LONGEST_LEAF) * share;
    const onward = angle - Math.PI / 2;
    const turns = pair === PAIRS - 1 ? [SPREAD, -SPREAD, 0] : [SPREAD, -SPREAD];
    for (const turn of turns) {
      const direction = onward + turn;
      yield* leafShapes({
        base: place(from(CENTRE, angle, RADIUS)),
        direction: left ? Math.PI - direction : direction,
        length: turn === 0 ? length * 0.92 : length,
        light: left === turn > 0 ? 'left' : 'right',
      });
    }
  }
}

/** A thin band along the circle that runs out to a point at the tip. */
function stem(place: (point: Point) => Point): string {
  const steps = 40;
  const edge = (side: 1 | -1): readonly Point[] =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const share = step / steps;
      const angle = FOOT + (TIP - FOOT) * share;
      return place(from(CENTRE, angle, RADIUS + side * 3.2 * (1 - share)));
    });
  const [first, ...rest] = [...edge(1), ...edge(-1).toReversed()].map(({ x, y }) => written(x, y));
  return `M${first}${rest.map((point) => `L${point}`).join('')}Z`;
}
