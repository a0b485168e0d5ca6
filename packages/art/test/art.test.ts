import { createHash } from 'node:crypto';
import { ACHIEVEMENT_KINDS } from '@laurel/core/achievement';
import { ACHIEVEMENT_THEMES } from '@laurel/core/achievement-theme';
import { expect, test } from 'vitest';
import { artOf } from '../src/art.ts';
import { badgeLayers, smallBadgeLayers } from '../src/badge-art.ts';
import { rosetteLine } from '../src/rosette.ts';
import { CENTRE } from '../src/shape.ts';

const THEMES = [null, ...ACHIEVEMENT_THEMES];
const SUBJECTS = ACHIEVEMENT_KINDS.flatMap((kind) => THEMES.map((theme) => ({ kind, theme })));

/** The forms of a drawing, without its colours: what is left to who sees none, and in grey print. */
function forms(drawn: readonly { readonly path: string }[]): string {
  return drawn.map(({ path }) => path).join(' ');
}

test('the emblem of every kind and theme differs from all others, without its colours too', () => {
  expect(new Set(SUBJECTS.map((subject) => forms(artOf(subject).emblem))).size).toBe(12);
  const borders = SUBJECTS.map((subject) =>
    forms(badgeLayers({ ...subject, artSeed: 'one' })[0]?.drawn ?? []),
  );
  expect(new Set(borders).size).toBe(THEMES.length);
});

test('the simple drawing tells kinds apart by its symbol, at the size of an icon', () => {
  const drawn = ACHIEVEMENT_KINDS.map((kind) => smallBadgeLayers({ kind, theme: null }));
  expect(new Set(drawn.map((layers) => forms(layers.flatMap((one) => one.drawn)))).size).toBe(3);
});

test('the emblem stays in its square', () => {
  for (const subject of SUBJECTS) {
    for (const { x, y } of artOf(subject).emblem.flatMap(({ path }) => pointsOf(path))) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(36);
      expect(Math.max(x, y)).toBeLessThanOrEqual(476);
    }
  }
});

test('no two of a thousand achievements have the same fine lines, and one has always the same', () => {
  const seeds = Array.from({ length: 1000 }, (_, index) => `wikimedians-${index % 7}/one-${index}`);
  expect(new Set(seeds.map((seed) => rosetteLine(seed).path)).size).toBe(1000);
  expect(rosetteLine('a/b')).toEqual(rosetteLine('a/b'));
});

test('fine lines close, stay between the symbol and the border, and leave the wreath room', () => {
  for (let index = 0; index < 200; index++) {
    const { path } = rosetteLine(`seed ${index}`);
    const knots = pointsOf(path);
    const distances = knots.map(({ x, y }) => Math.hypot(x - CENTRE.x, y - CENTRE.y));
    expect(Math.min(...distances)).toBeGreaterThan(105);
    expect(Math.max(...distances)).toBeLessThan(222);
    const [first, last] = [knots[0], knots.at(-1)];
    expect(last?.x).toBeCloseTo(first?.x ?? 0, 0);
    expect(last?.y).toBeCloseTo(first?.y ?? 0, 0);
  }
});

test('art that was printed once is drawn the same for ever', () => {
  const drawn = SUBJECTS.map((subject) => badgeLayers({ ...subject, artSeed: 'tamale/trainer' }));
  const digest = createHash('sha256').update(JSON.stringify(drawn)).digest('hex');
  expect(digest.slice(0, 16)).toBe('97573c6cf428fd8e');
});

/** Where the pen comes to in paths of absolute commands: pairs of numbers, but for the radii of arcs. */
function pointsOf(path: string): readonly { readonly x: number; readonly y: number }[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([MLCSQAHV])([^A-Z]*)/g)].map(([, command = '', given = '']) => {
    const numbers = given
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (command === 'H') x = numbers[0] ?? x;
    else if (command === 'V') y = numbers[0] ?? y;
    else [x, y] = [numbers.at(-2) ?? x, numbers.at(-1) ?? y];
    return { x, y };
  });
}
