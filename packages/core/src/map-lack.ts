import type { AchievementKind } from './achievement.ts';
import {
  type AchievementMap,
  type AchievementReference,
  stepsOf,
  stepsToMilestone,
} from './achievement-map.ts';

export const MAP_LACKS = [
  'title',
  'lane',
  'lane_title',
  'lane_step',
  'step_not_awarded',
  'milestone_not_awarded',
  'milestone_role',
  'milestone_step',
] as const;

/** What a map still lacks before others can read it, and where (JSON Pointer, RFC 6901). */
export type MapLack = { readonly lack: (typeof MAP_LACKS)[number]; readonly pointer: string };

/** The kinds of those achievements of a map that are awarded now. */
export type AwardedNow = ReadonlyMap<AchievementReference, AchievementKind>;

/** All that a map lacks; nothing where it can be published. */
export function lacksOf(map: AchievementMap, awarded: AwardedNow): readonly MapLack[] {
  const { sourceLanguage, title, lanes } = map;
  return [
    ...(title[sourceLanguage] === undefined ? [lack('title', `/title/${sourceLanguage}`)] : []),
    ...(lanes.length === 0 ? [lack('lane', '/lanes')] : []),
    ...lanes.flatMap((lane, at) => [
      ...(lane.title[sourceLanguage] === undefined
        ? [lack('lane_title', `/lanes/${at}/title/${sourceLanguage}`)]
        : []),
      ...(lane.steps.length === 0 ? [lack('lane_step', `/lanes/${at}/steps`)] : []),
      ...lane.steps.flatMap(({ achievement }, place) =>
        awarded.has(achievement)
          ? []
          : [lack('step_not_awarded', `/lanes/${at}/steps/${place}/achievement`)],
      ),
    ]),
    ...lacksOfMilestone(map, awarded),
  ];
}

function lack(one: MapLack['lack'], pointer: string): MapLack {
  return { lack: one, pointer };
}

function lacksOfMilestone(map: AchievementMap, awarded: AwardedNow): readonly MapLack[] {
  if (map.milestone === null || stepsOf(map).length === 0) return [];
  const kind = awarded.get(map.milestone.achievement);
  const pointer = '/milestone/achievement';
  return [
    ...(kind === undefined ? [lack('milestone_not_awarded', pointer)] : []),
    // A role is taken up for a term, which somebody agrees on: nobody is thanked with it.
    ...(kind === 'role' ? [lack('milestone_role', pointer)] : []),
    ...(stepsToMilestone(map).length === 0 ? [lack('milestone_step', '/milestone/steps')] : []),
  ];
}
