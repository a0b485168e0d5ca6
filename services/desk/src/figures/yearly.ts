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

/** The first year that anything was recognised here. */
const FIRST_YEAR = 2026;

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
  /** `YYYY-MM`, January first, UTC. */
  readonly months: ShownFigures<string>['groups'];
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
  const [[all], kinds, languages, months, [ended]] = await store.batch([
    store.select(counted).from(from),
    grouped(sql`${achievements.facts} ->> '$.kind'`),
    grouped(sql`counted.language`),
    grouped(sql`counted.month`),
    store
      .select({ count: sql<number>`coalesce(sum(${lapsedCounts.count}), 0)` })
      .from(lapsedCounts)
      .where(and(eq(lapsedCounts.issuer, issuer), sql`substr(month, 1, 4) = ${String(year)}`)),
  ]);
  const total = all ?? { people: 0, count: 0 };
  // Whose they were is erased: of so many offers it is taken that they were to as many people.
  const lapsed = ended?.count ?? 0;
  return {
    year,
    total: hideSmallGroups([], total).total,
    kinds: hideSmallGroups(filled(ACHIEVEMENT_KINDS, kinds), total).groups,
    languages: hideSmallGroups(languages, total).groups,
    months: hideSmallGroups(filled(monthsSoFar(year, nowSeconds), months), total).groups,
    lapsed: lapsed === 0 || lapsed >= FEWEST_PEOPLE ? lapsed : null,
  };
}

/**
 * The awards that count, each once, and how many there were of people who had themselves erased. Those
 * count as one person together: nothing tells whether they were more, and to hide more harms nobody.
 */
function countedAwards(issuer: string, year: number) {
  const [from, before] = [Date.UTC(year, 0) / 1000, Date.UTC(year + 1, 0) / 1000];
  return sql`(
    select account_id as person, achievement_id, language,
      strftime('%Y-%m', offered_at_seconds, 'unixepoch') as month, 1 as number
    from awards where issuer = ${issuer} and state = 'accepted' and superseded_by is null
      and offered_at_seconds >= ${from} and offered_at_seconds < ${before}
    union all
    select '', achievement_id, language, month, count
    from erased_counts where issuer = ${issuer} and substr(month, 1, 4) = ${String(year)}
  ) as counted`;
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

function monthsSoFar(year: number, nowSeconds: number): readonly string[] {
  const now = new Date(nowSeconds * 1000);
  const last = now.getUTCFullYear() > year ? 12 : now.getUTCMonth() + 1;
  return Array.from({ length: last }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
}

/** The year that is asked for (`?year=`); the present one where none is, or one that is none of ours. */
export function yearAsked(request: Request, nowSeconds: number): number {
  const years = yearsSoFar(nowSeconds);
  const asked = Number(new URL(request.url).searchParams.get('year'));
  return years.find((year) => year === asked) ?? years[0] ?? FIRST_YEAR;
}

/** The years there are figures of, newest first. */
export function yearsSoFar(nowSeconds: number): readonly number[] {
  const present = new Date(nowSeconds * 1000).getUTCFullYear();
  return Array.from({ length: Math.max(1, present - FIRST_YEAR + 1) }, (_, at) => present - at);
}
