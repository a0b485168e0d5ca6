import type { Achievement } from '@laurel/core/achievement';
import { inSet } from '@laurel/store/in-set';
import { achievementDrafts, achievements } from '@laurel/store/private/desk';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

export type ListedAchievement = {
  readonly slug: string;
  /** As it is awarded, else as it was awarded last, else as it is drafted. */
  readonly facts: Achievement;
  /** `retired`: it was awarded and is no more. Null for one that was never published. */
  readonly standing: 'current' | 'retired' | null;
  /** The id of the version in `facts`; null where there is none. */
  readonly id: string | null;
  readonly hasDraft: boolean;
};

/** One page of an issuer's achievements in the order of their slugs, and how many there are. */
export async function listAchievements(
  { store }: Desk,
  issuer: string,
  page: number,
): Promise<{ readonly achievements: readonly ListedAchievement[]; readonly total: number }> {
  const slugs = sql`select slug from achievements where issuer = ${issuer}
    union select slug from achievement_drafts where issuer = ${issuer}`;
  const [[all], onPage] = await store.batch([
    store
      .select({ total: sql<number>`total` })
      .from(sql`(select count(*) as total from (${slugs}))`),
    store
      .select({ slug: sql<string>`slug` })
      .from(sql`(${slugs} order by slug limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE})`),
  ]);
  const wanted = inSet(onPage.map(({ slug }) => slug));
  const [versions, drafts] = await store.batch([
    store
      .select({
        id: achievements.id,
        slug: achievements.slug,
        current: achievements.current,
        facts: achievements.facts,
      })
      .from(achievements)
      .where(
        and(
          eq(achievements.issuer, issuer),
          inArray(achievements.slug, wanted),
          sql`${achievements.id} = (select other.id from achievements as other
            where other.issuer = ${issuer} and other.slug = ${achievements.slug}
            order by other.current desc, other.version desc limit 1)`,
        ),
      ),
    store
      .select({ slug: achievementDrafts.slug, facts: achievementDrafts.facts })
      .from(achievementDrafts)
      .where(and(eq(achievementDrafts.issuer, issuer), inArray(achievementDrafts.slug, wanted))),
  ]);
  const standing = new Map(versions.map((version) => [version.slug, version]));
  const drafted = new Map(drafts.map(({ slug, facts }) => [slug, facts]));
  return {
    total: all?.total ?? 0,
    achievements: onPage.flatMap(({ slug }) => {
      const version = standing.get(slug);
      const facts = version?.facts ?? drafted.get(slug);
      if (facts === undefined) return [];
      const state = version?.current === true ? 'current' : 'retired';
      return [
        {
          slug,
          facts,
          id: version?.id ?? null,
          standing: version === undefined ? null : state,
          hasDraft: drafted.has(slug),
        },
      ];
    }),
  };
}
