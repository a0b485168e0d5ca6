import type { LanguageMap, LanguageTag } from './language.ts';

/** The most that one map has room for: what prints on one sheet, and can be kept up by a few volunteers. */
export const MAX_LANES = 8;
export const MAX_STEPS = 60;
export const MAX_NEXT = 12;

/** Maps of one issuer. */
export const MAX_MAPS = 50;

/**
 * How a map names an achievement, whatever its version: by its slug alone where the map's own issuer
 * awards it, else as `issuer/slug`.
 */
export type AchievementReference = string;

/** An achievement on a map. Nothing is locked: what comes after it is suggested, never required. */
export type MapStep = {
  readonly achievement: AchievementReference;
  /** What the issuer says to whoever thinks of it; may be empty. */
  readonly hint: LanguageMap;
  /** Where it also leads, besides to what follows in its lane. Circles are fine. */
  readonly next: readonly AchievementReference[];
};

/** Steps that belong together, in an order that is suggested. */
export type MapLane = { readonly title: LanguageMap; readonly steps: readonly MapStep[] };

/** What a reviewer may thank for once some steps are done; never by itself. */
export type MapMilestone = {
  /** The slug of an achievement of the map's own issuer. */
  readonly achievement: string;
  /** The steps that it takes. */
  readonly steps: 'all' | readonly AchievementReference[];
};

/**
 * A map of achievements that an issuer draws. Each achievement is on it once at most; whoever reads it
 * begins anywhere. `drafts` are the languages whose translation no person has reviewed.
 */
export type AchievementMap = {
  readonly sourceLanguage: LanguageTag;
  readonly drafts: readonly LanguageTag[];
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly lanes: readonly MapLane[];
  readonly milestone: MapMilestone | null;
};

/** How a map stands. `retired`: its page stays for those who have its address, and says so. */
export const MAP_STATES = ['draft', 'published', 'retired'] as const;
export type MapState = (typeof MAP_STATES)[number];

/** All steps of a map, lane by lane. */
export function stepsOf({ lanes }: Pick<AchievementMap, 'lanes'>): readonly MapStep[] {
  return lanes.flatMap(({ steps }) => steps);
}

/** Where a step leads: to what follows in its lane, then to what it names. */
export function suggestedAfter(
  map: AchievementMap,
  achievement: AchievementReference,
): readonly AchievementReference[] {
  for (const { steps } of map.lanes) {
    const at = steps.findIndex((step) => step.achievement === achievement);
    if (at < 0) continue;
    const following = steps[at + 1]?.achievement;
    const named = steps[at]?.next ?? [];
    return [...new Set([...(following === undefined ? [] : [following]), ...named])];
  }
  return [];
}

/** The steps that a milestone takes: never the milestone itself, which may be on its own map. */
export function stepsToMilestone(map: AchievementMap): readonly AchievementReference[] {
  if (map.milestone === null) return [];
  const { achievement: milestone, steps } = map.milestone;
  return stepsOf(map)
    .map(({ achievement }) => achievement)
    .filter((one) => one !== milestone && (steps === 'all' || steps.includes(one)));
}

/** An achievement by its issuer and its slug. */
export type NamedAchievement = { readonly issuer: string; readonly slug: string };

/** What a reference on a map of this issuer stands for. */
export function namedBy(reference: AchievementReference, ownIssuer: string): NamedAchievement {
  const [first = '', second] = reference.split('/');
  return second === undefined
    ? { issuer: ownIssuer, slug: first }
    : { issuer: first, slug: second };
}

/** How a map of this issuer names an achievement. */
export function referenceTo(
  { issuer, slug }: NamedAchievement,
  ownIssuer: string,
): AchievementReference {
  return issuer === ownIssuer ? slug : `${issuer}/${slug}`;
}
