import {
  type AchievementMap,
  type AchievementReference,
  MAX_LANES,
  MAX_NEXT,
  MAX_STEPS,
  type MapLane,
  type MapMilestone,
  type MapStep,
  stepsOf,
} from './achievement-map.ts';

/** Towards the beginning, or towards the end. */
type By = -1 | 1;

/** One change of a map, as a form makes it. Lanes are named by their place, from 0. */
export type MapEdit =
  | { readonly edit: 'add_lane'; readonly title: string }
  | { readonly edit: 'move_lane'; readonly lane: number; readonly by: By }
  | { readonly edit: 'remove_lane'; readonly lane: number }
  | {
      readonly edit: 'add_step';
      readonly lane: number;
      readonly achievement: AchievementReference;
    }
  | { readonly edit: 'move_step'; readonly achievement: AchievementReference; readonly by: By }
  | { readonly edit: 'remove_step'; readonly achievement: AchievementReference }
  | {
      readonly edit: 'set_step';
      readonly achievement: AchievementReference;
      /** The lane that it is in from now on; at its end where it is another one. */
      readonly lane: number;
      /** In the source language; empty for none. */
      readonly hint: string;
      readonly next: readonly AchievementReference[];
    }
  | { readonly edit: 'set_milestone'; readonly milestone: MapMilestone | null };

/** The map with this change; null where it cannot be made, as its place is not there or there is no room. */
export function editMap(map: AchievementMap, change: MapEdit): AchievementMap | null {
  const { lanes } = map;
  switch (change.edit) {
    case 'add_lane': {
      if (lanes.length >= MAX_LANES) return null;
      const lane = { title: { [map.sourceLanguage]: change.title }, steps: [] };
      return { ...map, lanes: [...lanes, lane] };
    }
    case 'move_lane':
      return lanes[change.lane] === undefined
        ? null
        : { ...map, lanes: moved(lanes, change.lane, change.by) };
    case 'remove_lane': {
      const gone = lanes[change.lane];
      if (gone === undefined) return null;
      const left: AchievementMap = { ...map, lanes: lanes.filter((lane) => lane !== gone) };
      return gone.steps.reduce((one, { achievement }) => forgetting(one, achievement), left);
    }
    case 'add_step': {
      const { lane, achievement } = change;
      const isFull = stepsOf(map).length >= MAX_STEPS;
      if (isFull || lanes[lane] === undefined || stepOf(map, achievement) !== undefined)
        return null;
      return withStep(map, lane, { achievement, hint: {}, next: [] });
    }
    case 'move_step':
      return stepOf(map, change.achievement) === undefined ? null : movedStep(map, change);
    case 'remove_step':
      return stepOf(map, change.achievement) === undefined
        ? null
        : forgetting(withoutStep(map, change.achievement), change.achievement);
    case 'set_step':
      return withStepSet(map, change);
    case 'set_milestone':
      return { ...map, milestone: change.milestone };
  }
}

function stepOf(map: AchievementMap, achievement: AchievementReference): MapStep | undefined {
  return stepsOf(map).find((step) => step.achievement === achievement);
}

/** Nothing moves beyond an end. */
function moved<One>(list: readonly One[], at: number, by: By): readonly One[] {
  const [one, other] = [list[at], list[at + by]];
  if (one === undefined || other === undefined) return list;
  return list.with(at, other).with(at + by, one);
}

function movedStep(
  map: AchievementMap,
  { achievement, by }: { readonly achievement: AchievementReference; readonly by: By },
): AchievementMap {
  const inLane = ({ title, steps }: MapLane): MapLane => {
    const at = steps.findIndex((step) => step.achievement === achievement);
    return at < 0 ? { title, steps } : { title, steps: moved(steps, at, by) };
  };
  return { ...map, lanes: map.lanes.map(inLane) };
}

function withStep(map: AchievementMap, lane: number, step: MapStep): AchievementMap {
  return {
    ...map,
    lanes: map.lanes.map(({ title, steps }, at) => ({
      title,
      steps: at === lane ? [...steps, step] : steps,
    })),
  };
}

function withoutStep(map: AchievementMap, achievement: AchievementReference): AchievementMap {
  return {
    ...map,
    lanes: map.lanes.map(({ title, steps }) => ({
      title,
      steps: steps.filter((step) => step.achievement !== achievement),
    })),
  };
}

/** Nothing leads to a step that is gone, and no milestone takes it. */
function forgetting(map: AchievementMap, achievement: AchievementReference): AchievementMap {
  const { milestone } = map;
  const others = (list: readonly AchievementReference[]) =>
    list.filter((one) => one !== achievement);
  return {
    ...map,
    lanes: map.lanes.map(({ title, steps }) => ({
      title,
      steps: steps.map((step) => ({ ...step, next: others(step.next) })),
    })),
    milestone:
      milestone === null || milestone.steps === 'all'
        ? milestone
        : { ...milestone, steps: others(milestone.steps) },
  };
}

function withStepSet(
  map: AchievementMap,
  { achievement, lane, hint, next }: Extract<MapEdit, { readonly edit: 'set_step' }>,
): AchievementMap | null {
  const before = stepOf(map, achievement);
  if (before === undefined || map.lanes[lane] === undefined) return null;
  const { [map.sourceLanguage]: _, ...translated } = before.hint;
  const step: MapStep = {
    achievement,
    // Nobody translates what is not there.
    hint: hint === '' ? {} : { [map.sourceLanguage]: hint, ...translated },
    next: [...new Set(next)]
      .filter((one) => one !== achievement && stepOf(map, one) !== undefined)
      .slice(0, MAX_NEXT),
  };
  const at = map.lanes.findIndex(({ steps }) => steps.includes(before));
  if (at !== lane) return withStep(withoutStep(map, achievement), lane, step);
  return {
    ...map,
    lanes: map.lanes.map(({ title, steps }) => ({
      title,
      steps: steps.map((one) => (one === before ? step : one)),
    })),
  };
}
