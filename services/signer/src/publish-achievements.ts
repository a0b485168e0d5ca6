import { inSet } from '@laurel/store/in-set';
import { achievements } from '@laurel/store/private/schema';
import { publishedAchievements } from '@laurel/store/public/schema';
import { inArray } from 'drizzle-orm';
import type { Signing } from './env.ts';

/** Publishes versions that stand in PRIVATE. A version that is public already is left as it is. */
export async function publishAchievements(signing: Signing, ids: readonly string[]): Promise<void> {
  const rows = await signing.privateStore
    .select()
    .from(achievements)
    .where(inArray(achievements.id, inSet(ids)));
  const [first, ...rest] = rows.map(({ current: _, ...row }) =>
    signing.publicStore.insert(publishedAchievements).values(row).onConflictDoNothing(),
  );
  if (first !== undefined) await signing.publicStore.batch([first, ...rest]);
}
