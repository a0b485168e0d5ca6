import { inSet } from '@laurel/store/in-set';
import { achievements } from '@laurel/store/private/schema';
import { publishedAchievements } from '@laurel/store/public/schema';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { atHome } from './databases.ts';
import type { Signing } from './env.ts';

/**
 * Publishes versions that stand in PRIVATE, and of every published version of these achievements whether
 * any is awarded. The facts of a version that is public already are left as they are. May be repeated. Of
 * two calls at once the later writer looks again, so that the last word is what stands.
 */
export async function publishAchievements(signing: Signing, ids: readonly string[]): Promise<void> {
  const rows = await signing.privateStore
    .select()
    .from(achievements)
    .where(inArray(achievements.id, inSet(ids)));
  for (const [issuer, versions] of Map.groupBy(rows, (row) => row.issuer)) {
    await publishVersions(await atHome(signing, issuer), versions);
  }
}

async function publishVersions(
  signing: Signing,
  rows: readonly (typeof achievements.$inferSelect)[],
): Promise<void> {
  const { publicStore } = signing;
  const ids = rows.map(({ id }) => id);
  for (;;) {
    const retired = await retiredAmong(signing, ids);
    const [first, ...rest] = rows.flatMap(({ current: _, ...row }) => [
      publicStore.insert(publishedAchievements).values(row).onConflictDoNothing(),
      publicStore
        .update(publishedAchievements)
        .set({ retired: retired.has(row.id) })
        .where(
          and(
            eq(publishedAchievements.issuer, row.issuer),
            eq(publishedAchievements.slug, row.slug),
          ),
        ),
    ]);
    if (first === undefined) return;
    await publicStore.batch([first, ...rest]);
    const now = await retiredAmong(signing, ids);
    if (now.size === retired.size && [...now].every((id) => retired.has(id))) return;
  }
}

/** Those of which no version is awarded any more. */
async function retiredAmong(
  { privateStore }: Signing,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await privateStore
    .select({ id: achievements.id })
    .from(achievements)
    .where(
      and(
        inArray(achievements.id, inSet(ids)),
        sql`not exists (select 1 from achievements as other where other.issuer = achievements.issuer
          and other.slug = achievements.slug and other.current = 1)`,
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
