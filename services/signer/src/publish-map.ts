import { namedBy, stepsOf } from '@laurel/core/achievement-map';
import { achievements, maps } from '@laurel/store/private/schema';
import { publishedMaps } from '@laurel/store/public/schema';
import { and, eq, sql } from 'drizzle-orm';
import { atHome } from './databases.ts';
import type { Signing } from './env.ts';
import { publishAchievements } from './publish-achievements.ts';

/**
 * Publishes a map as it stands in PRIVATE, and before it the achievements on it, so that nothing on it
 * leads nowhere. May be repeated; of two calls at once the newer edition stays.
 */
export async function publishMap(signing: Signing, issuer: string, slug: string): Promise<void> {
  const { privateStore } = signing;
  const { publicStore } = await atHome(signing, issuer);
  const [row] = await privateStore
    .select({ content: maps.published, state: maps.state, edition: maps.edition })
    .from(maps)
    .where(and(eq(maps.issuer, issuer), eq(maps.slug, slug)));
  if (row === undefined || row.content === null) return;
  const { content, state, edition } = row;
  const { milestone } = content;
  const named = [
    ...stepsOf(content).map(({ achievement }) => namedBy(achievement, issuer)),
    ...(milestone === null ? [] : [{ issuer, slug: milestone.achievement }]),
  ];
  const versions = await privateStore
    .select({ id: achievements.id })
    .from(achievements)
    .where(
      and(
        eq(achievements.current, true),
        sql`(issuer, slug) in (select value ->> 'issuer', value ->> 'slug'
          from json_each(${JSON.stringify(named)}))`,
      ),
    );
  await publishAchievements(
    signing,
    versions.map(({ id }) => id),
  );
  const shown = { content, retired: state === 'retired', edition };
  await publicStore
    .insert(publishedMaps)
    .values({ issuer, slug, ...shown })
    .onConflictDoUpdate({
      target: [publishedMaps.issuer, publishedMaps.slug],
      set: shown,
      setWhere: sql`excluded.edition > ${publishedMaps.edition}`,
    });
}
