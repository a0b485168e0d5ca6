import type { AchievementTheme } from '@laurel/core/achievement-theme';
import { circle, from, type Point, type Shape, written } from './shape.ts';

/** The sign of a theme within 18 units of a point: an open door, three joined rings, steps. */
export function themeSign(theme: AchievementTheme, centre: Point): readonly Shape[] {
  return SIGNS[theme](centre);
}

const SIGNS: Readonly<Record<AchievementTheme, (centre: Point) => readonly Shape[]>> = {
  'design-for-access': door,
  'community-of-practice': rings,
  'skills-and-capacities': steps,
};

function door({ x, y }: Point): readonly Shape[] {
  const foot = y + 15;
  const spring = y - 3;
  const arch = (half: number, sweep: 0 | 1) =>
    `A${written(half, half)} 0 0 ${sweep} ${written(x + (sweep === 1 ? half : -half), spring)}`;
  return [
    {
      path:
        `M${written(x - 14, foot)}V${written(spring)}${arch(14, 1)}V${written(foot)}` +
        `H${written(x + 8)}V${written(spring)}${arch(8, 0)}V${written(foot)}Z`,
      tone: 'paper',
    },
  ];
}

function rings(centre: Point): readonly Shape[] {
  const upwards = -Math.PI / 2;
  return [0, 1, 2].map((third) => {
    const middle = from(centre, upwards + (third * 2 * Math.PI) / 3, 7.5);
    return { path: circle(middle, 10) + circle(middle, 6.6, 0), tone: 'paper' };
  });
}

function steps({ x, y }: Point): readonly Shape[] {
  return [9, 18, 27].map((height, index) => {
    const left = x - 14 + index * 10;
    return {
      path: `M${written(left, y + 14)}V${written(y + 14 - height)}H${written(left + 8)}V${written(y + 14)}Z`,
      tone: 'paper',
    };
  });
}
