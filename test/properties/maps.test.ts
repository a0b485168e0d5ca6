import { MapContent } from '@laurel/contracts/map-requests';
import {
  type AchievementMap,
  MAX_LANES,
  MAX_STEPS,
  stepsOf,
  stepsToMilestone,
  suggestedAfter,
} from '@laurel/core/achievement-map';
import { editMap, type MapEdit } from '@laurel/core/edit-map';
import { walkOf } from '@laurel/core/walk-of-map';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../support/properties.ts';

const SLUGS = [
  ...Array.from({ length: 70 }, (_, at) => `way-${at}`),
  'other-group/way-1',
  'other-group/way-2',
];
const slug = fc.constantFrom(...SLUGS);
const lane = fc.integer({ min: 0, max: MAX_LANES });
const by = fc.constantFrom(-1 as const, 1 as const);

const edit: fc.Arbitrary<MapEdit> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ edit: fc.constant('add_lane'), title: fc.constant('Lane') }),
  },
  { weight: 8, arbitrary: fc.record({ edit: fc.constant('add_step'), lane, achievement: slug }) },
  fc.record({ edit: fc.constant('move_lane'), lane, by }),
  fc.record({ edit: fc.constant('remove_lane'), lane: fc.integer({ min: 0, max: 20 }) }),
  fc.record({ edit: fc.constant('move_step'), achievement: slug, by }),
  fc.record({ edit: fc.constant('remove_step'), achievement: slug }),
  {
    weight: 4,
    arbitrary: fc.record({
      edit: fc.constant('set_step'),
      achievement: slug,
      lane,
      hint: fc.constantFrom('', 'Come and see.'),
      next: fc.array(slug, { maxLength: 20 }),
    }),
  },
);

const EMPTY: AchievementMap = {
  sourceLanguage: 'en',
  drafts: [],
  title: { en: 'Map' },
  description: {},
  lanes: [],
  milestone: null,
};

/** A map as many changes leave it. */
const drawn = fc
  .array(edit, { minLength: 5, maxLength: 120 })
  .map((edits) => edits.reduce((map: AchievementMap, one) => editMap(map, one) ?? map, EMPTY));

test('whatever is changed in whatever order, a map stays what a map must be', () =>
  holds(
    0.1,
    fc.asyncProperty(fc.array(edit, { maxLength: 150 }), async (edits) => {
      let map = EMPTY;
      for (const one of edits) {
        map = editMap(map, one) ?? map;
        expect(MapContent.safeParse(map).error?.issues ?? []).toEqual([]);
      }
      expect(map.lanes.length).toBeLessThanOrEqual(MAX_LANES);
      expect(stepsOf(map).length).toBeLessThanOrEqual(MAX_STEPS);
    }),
  ));

test('moving changes an order and loses nothing', () =>
  holds(
    0.1,
    fc.asyncProperty(drawn, fc.array(edit), async (map, edits) => {
      const moves = edits.filter((one) => one.edit === 'move_lane' || one.edit === 'move_step');
      const moved = moves.reduce((before, one) => editMap(before, one) ?? before, map);
      const steps = (one: AchievementMap) => stepsOf(one).map(({ achievement }) => achievement);
      expect([...steps(moved)].sort()).toEqual([...steps(map)].sort());
    }),
  ));

test('nobody is ever stuck on a map: as long as a step is open, one could be next', () =>
  holds(
    0.1,
    fc.asyncProperty(drawn, fc.subarray(SLUGS), async (map, some) => {
      const held = new Set(some);
      const { been, next } = walkOf(map, held);
      const steps = stepsOf(map).map(({ achievement }) => achievement);
      expect([...been].every((one) => held.has(one))).toBe(true);
      expect([...next].filter((one) => been.has(one))).toEqual([]);
      expect([...next].every((one) => steps.includes(one))).toBe(true);
      expect(next.size > 0).toBe(steps.some((one) => !been.has(one)));
    }),
  ));

test('what is accepted anew takes nothing away, and the milestone waits for all of its steps', () =>
  holds(
    0.1,
    fc.asyncProperty(
      drawn,
      fc.subarray(SLUGS),
      slug,
      fc.subarray(SLUGS),
      async (map, some, more, taken) => {
        const withMilestone: AchievementMap = {
          ...map,
          milestone: { achievement: 'way-0', steps: taken },
        };
        const before = walkOf(withMilestone, new Set(some));
        const after = walkOf(withMilestone, new Set([...some, more]));
        expect([...before.been].every((one) => after.been.has(one))).toBe(true);
        expect(before.isWalked && !after.isWalked).toBe(false);
        const needed = stepsToMilestone(withMilestone);
        expect(needed).not.toContain('way-0');
        expect(before.isWalked).toBe(
          needed.length > 0 && needed.every((one) => some.includes(one)),
        );
      },
    ),
  ));

test('a step never leads to itself, and to each other one once', () =>
  holds(
    0.1,
    fc.asyncProperty(drawn, async (map) => {
      for (const { achievement } of stepsOf(map)) {
        const led = suggestedAfter(map, achievement);
        expect(led).not.toContain(achievement);
        expect(new Set(led).size).toBe(led.length);
      }
    }),
  ));
