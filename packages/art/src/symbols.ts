import type { AchievementKind } from '@laurel/core/achievement';
import { leafShapes } from './leaf.ts';
import { CENTRE, circle, from, type Shape, written } from './shape.ts';

/** The sign of a kind, within 105 units of the centre: a seedling, a compass, an open book. */
export function symbolShapes(kind: AchievementKind): readonly Shape[] {
  return SYMBOLS[kind]();
}

const SYMBOLS: Readonly<Record<AchievementKind, () => readonly Shape[]>> = {
  contribution: seedling,
  role: compass,
  training: openBook,
};

function seedling(): readonly Shape[] {
  const fork = { x: 256, y: 264 };
  return [
    {
      path: 'M251.5 345C251.5 312 251.5 286 252 258L260 258C260.5 286 260.5 312 260.5 345Z',
      tone: 'dark',
    },
    { path: 'M186 349C222 330 290 330 326 349Z', tone: 'dark' },
    ...leafShapes({ base: fork, direction: -2.47, length: 112, light: 'right' }),
    ...leafShapes({ base: fork, direction: -0.67, length: 112, light: 'left' }),
    ...leafShapes({ base: { x: 256, y: 234 }, direction: -Math.PI / 2, length: 76, light: 'left' }),
  ];
}

function compass(): readonly Shape[] {
  const heading = -Math.PI / 3;
  const needle = (along: number, across: number): string => {
    const tip = from(CENTRE, heading, along);
    const side = from(CENTRE, heading, 0, across);
    return `M${written(CENTRE.x, CENTRE.y)}L${written(side.x, side.y)}L${written(tip.x, tip.y)}Z`;
  };
  const marks = [0, 1, 2, 3].map((quarter) => from(CENTRE, (quarter * Math.PI) / 2, 71));
  return [
    { path: circle(CENTRE, 95) + circle(CENTRE, 85, 0), tone: 'dark' },
    ...marks.map((mark): Shape => ({ path: circle(mark, 4.2), tone: 'mid' })),
    { path: needle(74, 18), tone: 'dark' },
    { path: needle(74, -18), tone: 'mid' },
    { path: needle(-74, 18), tone: 'mid' },
    { path: needle(-74, -18), tone: 'dark' },
    { path: circle(CENTRE, 6), tone: 'paper' },
  ];
}

function openBook(): readonly Shape[] {
  const page = (x: (offset: number) => number, tone: Shape['tone']): Shape => ({
    path:
      `M${written(x(4), 204)}C${written(x(31), 182, x(69), 177, x(103), 184)}` +
      `L${written(x(103), 311)}C${written(x(69), 304, x(31), 309, x(4), 331)}Z`,
    tone,
  });
  const line = (x: (offset: number) => number, y: number): Shape => ({
    path:
      `M${written(x(23), y + 2)}C${written(x(42), y - 6, x(64), y - 10, x(86), y - 9)}` +
      `L${written(x(86), y - 2)}C${written(x(64), y - 3, x(42), y + 1, x(23), y + 9)}Z`,
    tone: 'paper',
  });
  const left = (offset: number) => CENTRE.x - offset;
  const right = (offset: number) => CENTRE.x + offset;
  return [
    page(left, 'dark'),
    page(right, 'mid'),
    ...[223, 250, 277].flatMap((y) => [line(left, y), line(right, y)]),
  ];
}
