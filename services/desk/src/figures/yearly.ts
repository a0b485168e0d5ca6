import { ACHIEVEMENT_KINDS, type AchievementKind } from '@laurel/core/achievement';
import { type Group, hideSmallGroups, type ShownFigures } from '@laurel/core/small-groups';
import { achievements, awards } from '@laurel/store/private/desk';
import { and, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
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
};

/** The figures of one calendar year (UTC), small groups hidden. */
export async function yearlyFigures(
  { store, nowSeconds }: Desk,
  issuer: string,
  year: number,
): Promise<YearlyFigures> {
  const ofYear = and(
    eq(awards.issuer, issuer),
    eq(awards.state, 'accepted'),
    isNull(awards.supersededBy),
    gte(awards.offeredAtSeconds, Date.UTC(year, 0) / 1000),
    lt(awards.offeredAtSeconds, Date.UTC(year + 1, 0) / 1000),
  );
  const counted = {
    people: sql<number>`count(distinct ${awards.accountId})`,
    count: sql<number>`count(*)`,
  };
  const grouped = (key: SQLiteColumn | ReturnType<typeof sql<string>>) =>
    store
      .select({ key: sql<string>`${key}`, ...counted })
      .from(awards)
      .innerJoin(achievements, eq(achievements.id, awards.achievementId))
      .where(ofYear)
      .groupBy(sql`1`)
      .orderBy(sql`1`);
  const [[all], kinds, languages, months] = await store.batch([
    store.select(counted).from(awards).where(ofYear),
    grouped(sql<string>`${achievements.facts} ->> '$.kind'`),
    grouped(awards.language),
    grouped(sql<string>`strftime('%Y-%m', ${awards.offeredAtSeconds}, 'unixepoch')`),
  ]);
  const total = all ?? { people: 0, count: 0 };
  return {
    year,
    total: hideSmallGroups([], total).total,
    kinds: hideSmallGroups(filled(ACHIEVEMENT_KINDS, kinds), total).groups,
    languages: hideSmallGroups(languages, total).groups,
    months: hideSmallGroups(filled(monthsSoFar(year, nowSeconds), months), total).groups,
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
