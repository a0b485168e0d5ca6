import { expect, test } from 'vitest';
import { FEWEST_PEOPLE, type Group, hideSmallGroups } from '../src/small-groups.ts';

function groupsOf(...people: readonly number[]): readonly Group<string>[] {
  return people.map((count, at) => ({ key: `group ${at}`, people: count, count }));
}

function shown(...people: readonly number[]): readonly (number | null)[] {
  const total = people.reduce((sum, count) => sum + count, 0);
  const figures = hideSmallGroups(groupsOf(...people), { people: total, count: total });
  return [figures.total, ...figures.groups.map(({ count }) => count)];
}

test.each([
  { people: [12, 30], expected: [42, 12, 30], why: 'nobody can be told' },
  { people: [9, 30, 12], expected: [51, null, 30, null], why: 'the next smallest hides the one' },
  { people: [3, 2, 40], expected: [45, null, null, null], why: 'two small ones are too few' },
  { people: [6, 7, 40], expected: [53, null, null, 40], why: 'two small ones are enough' },
  { people: [4, 5], expected: [null, null, null], why: 'the whole is too small' },
  { people: [0, 10, 11], expected: [21, 0, 10, 11], why: 'an empty group is nobody' },
  { people: [0, 0], expected: [0, 0, 0], why: 'there is nobody' },
  { people: [10], expected: [10, 10], why: 'ten are enough' },
])('$people are shown as $expected: $why', ({ people, expected }) => {
  expect(shown(...people)).toEqual(expected);
});

test('few people who were recognised often are still few', () => {
  const figures = hideSmallGroups(
    [
      { key: 'one', people: 2, count: 50 },
      { key: 'other', people: 20, count: 20 },
    ],
    { people: 21, count: 70 },
  );

  expect(figures).toEqual({
    total: 70,
    groups: [
      { key: 'one', count: null },
      { key: 'other', count: null },
    ],
  });
});

test('two groups of a few people who were recognised often hide one another only with a third', () => {
  const figures = hideSmallGroups(
    [
      { key: 'one', people: 1, count: 6 },
      { key: 'other', people: 2, count: 6 },
      { key: 'third', people: 20, count: 20 },
    ],
    { people: 20, count: 32 },
  );

  expect(figures.groups.map(({ count }) => count)).toEqual([null, null, null]);
});

test('whoever is in several groups is still one of those who are hidden', () => {
  let seed = 11;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (let round = 0; round < 2_000; round += 1) {
    const members = Array.from(
      { length: 2 + next(5) },
      () => new Set(Array.from({ length: 1 + next(24) }, () => next(30))),
    );
    const groups = members.map(({ size }, at) => ({ key: `${at}`, people: size, count: size * 3 }));
    const everybody = new Set(members.flatMap((one) => [...one])).size;
    const count = groups.reduce((sum, one) => sum + one.count, 0);
    const figures = hideSmallGroups(groups, { people: everybody, count });
    const hidden = members.filter((_, at) => figures.groups[at]?.count === null);
    if (figures.total === null || hidden.length === 0) continue;
    const behind = new Set(hidden.flatMap((one) => [...one])).size;
    expect(behind, `${members.map(({ size }) => size)}`).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
  }
});

test('whatever the groups are, no small one is told, and none can be told by subtraction', () => {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let round = 0; round < 2_000; round += 1) {
    const people = Array.from({ length: 1 + next(6) }, () => next(25));
    const [total = null, ...groups] = shown(...people);
    const told = groups.filter((count) => count !== null);
    const hidden = groups.length - told.length;

    expect(told.every((count) => count === 0 || count >= FEWEST_PEOPLE)).toBe(true);
    if (total === null || hidden === 0) continue;
    const left = total - told.reduce((sum, count) => sum + count, 0);
    expect(hidden, `${people}`).toBeGreaterThan(1);
    expect(left).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
  }
});
