import { ACHIEVEMENT_KINDS, type AchievementKind } from '@laurel/core/achievement';
import {
  FEWEST_PEOPLE,
  type Group,
  hideSmallGroups,
  type ShownFigures,
} from '@laurel/core/small-groups';
import { achievements, lapsedCounts } from '@laurel/store/private/desk';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import {
  type AwarderGroup,
  awarderGroup,
  countedAwards,
  HOLDER_GROUPS,
  type HolderGroup,
  holderGroup,
} from './counted-awards.ts';
import { largestAwarderPercent } from './largest-awarder.ts';
import { monthsSoFar } from './years.ts';

/**
 * How many recognitions of an issuer were accepted of those that it offered in a calendar year. Years
 * do not overlap, and kinds are not divided further: two tables that did would tell, one taken from the
 * other, what each hides.
 */
export type YearlyFigures = {
  readonly year: number;
  readonly total: number | null;
  readonly kinds: ShownFigures<AchievementKind>['groups'];
  /** By BCP 47 tag. */
  readonly languages: ShownFigures<string>['groups'];
  /** By whom what was awarded suits, such as `emerging+expanding`; empty where nobody said. */
  readonly engagementLevels: ShownFigures<string>['groups'];
  /** `YYYY-MM`, January first, UTC. */
  readonly months: ShownFigures<string>['groups'];
  /** People, not recognitions. */
  readonly holders: ShownFigures<HolderGroup>['groups'];
  readonly largestAwarderPercent: number | null;
  /** Offers that ended without being accepted; null where they are fewer than may be told. */
  readonly lapsed: number | null;
};

/** The figures of one calendar year (UTC), small groups hidden. */
export async function yearlyFigures(
  { store, nowSeconds }: Desk,
  issuer: string,
  year: number,
): Promise<YearlyFigures> {
  const from = countedAwards(issuer, year);
  const counted = {
    people: sql<number>`count(distinct person)`,
    count: sql<number>`coalesce(sum(number), 0)`,
  };
  const grouped = (key: SQL) =>
    store
      .select({ key: sql<string>`${key}`, ...counted })
      .from(from)
      .innerJoin(achievements, sql`${achievements.id} = counted.achievement_id`)
      .groupBy(sql`1`)
      .orderBy(sql`1`);
  const [[all], kinds, languages, levels, months, holders, awarders, [ended]] = await store.batch([
    store.select(counted).from(from),
    grouped(sql`${achievements.facts} ->> '$.kind'`),
    grouped(sql`counted.language`),
    grouped(
      sql`(select coalesce(group_concat(value, '+'), '')
        from json_each(${achievements.facts}, '$.engagementLevels'))`,
    ),
    grouped(sql`counted.month`),
    store
      .select({ key: sql<HolderGroup>`${holderGroup(issuer, year)}`, people: counted.people })
      .from(from)
      .where(sql`person <> ''`)
      .groupBy(sql`1`),
    store
      .select({ key: sql<AwarderGroup>`${awarderGroup(from)}`, ...counted })
      .from(from)
      .where(sql`awarder <> ''`)
      .groupBy(sql`1`),
    store
      .select({ count: sql<number>`coalesce(sum(${lapsedCounts.count}), 0)` })
      .from(lapsedCounts)
      .where(and(eq(lapsedCounts.issuer, issuer), sql`substr(month, 1, 4) = ${String(year)}`)),
  ]);
  const total = all ?? { people: 0, count: 0 };
  const people = holders.map((group) => ({ ...group, count: group.people }));
  const known = people.reduce((sum, group) => sum + group.people, 0);
  // Whose they were is erased: of so many offers it is taken that they were to as many people.
  const lapsed = ended?.count ?? 0;
  return {
    year,
    total: hideSmallGroups([], total).total,
    kinds: hideSmallGroups(filled(ACHIEVEMENT_KINDS, kinds), total).groups,
    languages: hideSmallGroups(languages, total).groups,
    engagementLevels: hideSmallGroups(levels, total).groups,
    months: hideSmallGroups(filled(monthsSoFar(year, nowSeconds), months), total).groups,
    holders: hideSmallGroups(filled(HOLDER_GROUPS, people), { people: known, count: known }).groups,
    largestAwarderPercent: largestAwarderPercent(awarders),
    lapsed: lapsed === 0 || lapsed >= FEWEST_PEOPLE ? lapsed : null,
  };
}

/** Each key with its group, an empty one where nobody is in it. */
function filled<Key extends string>(
  keys: readonly Key[],
  groups: readonly Group<string>[],
): readonly Group<Key>[] {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  return keys.map((key) => ({
    key,
    people: byKey.get(key)?.people ?? 0,
    count: byKey.get(key)?.count ?? 0,
  }));
}
