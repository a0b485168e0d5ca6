import { from, type Point, type Shape, written } from './shape.ts';

export type Leaf = {
  readonly base: Point;
  /** Radians, clockwise from the right. */
  readonly direction: number;
  readonly length: number;
  /** The half that is turned to the light: left or right of the midrib, seen from the base. */
  readonly light: 'left' | 'right';
};

const HALF_WIDTH = 0.2;
/** How far the midrib bends away from the straight, as a share of the length. */
const BEND = 0.06;

/** One leaf as two halves, parted by its midrib. */
export function leafShapes({ base, direction, length, light }: Leaf): readonly Shape[] {
  const tip = from(base, direction, length);
  const bend = from(base, direction, length * 0.55, length * (light === 'left' ? BEND : -BEND));
  const half = (side: 1 | -1): string => {
    const low = from(base, direction, length * 0.2, side * length * HALF_WIDTH);
    const high = from(base, direction, length * 0.68, side * length * HALF_WIDTH * 1.12);
    return (
      `M${written(base.x, base.y)}` +
      `C${written(low.x, low.y, high.x, high.y, tip.x, tip.y)}` +
      `Q${written(bend.x, bend.y, base.x, base.y)}Z`
    );
  };
  return [
    { path: half(1), tone: light === 'right' ? 'mid' : 'dark' },
    { path: half(-1), tone: light === 'left' ? 'mid' : 'dark' },
  ];
}
