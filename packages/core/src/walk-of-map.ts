import {
  type AchievementMap,
  type AchievementReference,
  stepsOf,
  stepsToMilestone,
  suggestedAfter,
} from './achievement-map.ts';

/** Where somebody is on a map. Nothing of it is a measure: there is no end that one has to reach. */
export type Walk = {
  readonly been: ReadonlySet<AchievementReference>;
  /** What could be next: where the steps lead that they have been at; else where lanes begin for them. */
  readonly next: ReadonlySet<AchievementReference>;
  /** Whether all is done that the milestone takes; false where there is none. */
  readonly isWalked: boolean;
};

/** The walk of somebody who holds these achievements, among others perhaps. */
export function walkOf(map: AchievementMap, held: ReadonlySet<AchievementReference>): Walk {
  const steps = stepsOf(map).map(({ achievement }) => achievement);
  const been = new Set(steps.filter((one) => held.has(one)));
  const led = [...been].flatMap((one) => suggestedAfter(map, one)).filter((one) => !been.has(one));
  const begun = map.lanes.flatMap((lane) => {
    const first = lane.steps.find(({ achievement }) => !been.has(achievement));
    return first === undefined ? [] : [first.achievement];
  });
  const taken = stepsToMilestone(map);
  return {
    been,
    next: new Set(led.length > 0 ? led : begun),
    isWalked: taken.length > 0 && taken.every((one) => been.has(one)),
  };
}
