import { type Group, hideSmallGroups } from '@laurel/core/small-groups';
import type { AwarderGroup } from './counted-awards.ts';

/**
 * How much of an issuer's recognitions the member made who made the most, in whole percent; null where
 * there are none, or where it would tell what fewer than ten people were recognised for.
 */
export function largestAwarderPercent(groups: readonly Group<AwarderGroup>[]): number | null {
  const sum = (of: 'people' | 'count') => groups.reduce((all, group) => all + group[of], 0);
  const all = sum('count');
  // Somebody may be in both groups: to take them for two hides no group that has to be hidden.
  const shown = hideSmallGroups(groups, { people: sum('people'), count: all });
  const one = shown.groups.find(({ key }) => key === 'one')?.count ?? null;
  return one === null ? null : Math.round((one / all) * 100);
}
