/** What one group did: how many people, and what is counted of them, such as recognitions. */
export type Group<Key extends string> = {
  readonly key: Key;
  readonly people: number;
  readonly count: number;
};

/** The same as it may be shown; null where so few people are behind it that they could be told. */
export type ShownGroup<Key extends string> = {
  readonly key: Key;
  readonly count: number | null;
};

export type ShownFigures<Key extends string> = {
  /** Null where the whole is too small. */
  readonly total: number | null;
  readonly groups: readonly ShownGroup<Key>[];
};

/** Below so many people, what a group did says too much about each of them. */
export const FEWEST_PEOPLE = 10;

/**
 * Figures of groups that make up `total` without overlap, small ones hidden. As the total is shown,
 * what is hidden could be told by subtraction: so where one is hidden, the next smallest is hidden with
 * it, until two are, and at least {@link FEWEST_PEOPLE} people are behind them together. Somebody may be in several
 * groups; certain are as many as are in the largest hidden one, or in none that is shown. Statistical offices call that
 * complementary suppression. Empty groups are nobody's, and are shown.
 */
export function hideSmallGroups<Key extends string>(
  groups: readonly Group<Key>[],
  total: { readonly people: number; readonly count: number },
): ShownFigures<Key> {
  if (total.people < FEWEST_PEOPLE && total.people > 0) {
    return { total: null, groups: groups.map(({ key }) => ({ key, count: null })) };
  }
  const filled = groups
    .filter(({ people }) => people > 0)
    .sort((one, other) => one.people - other.people);
  const hidden = new Set<Key>();
  let peopleShown = filled.reduce((sum, { people }) => sum + people, 0);
  let peopleHidden = 0;
  for (const { key, people } of filled) {
    const needsMore = hidden.size > 0 && (hidden.size < 2 || peopleHidden < FEWEST_PEOPLE);
    if (people >= FEWEST_PEOPLE && !needsMore) break;
    hidden.add(key);
    peopleShown -= people;
    peopleHidden = Math.max(people, total.people - peopleShown);
  }
  return {
    total: total.count,
    groups: groups.map(({ key, count }) => ({ key, count: hidden.has(key) ? null : count })),
  };
}
