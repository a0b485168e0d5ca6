import type { Achievement } from '@laurel/core/achievement';
import { achievements } from '@laurel/store/private/desk';
import { and, asc, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** What an issuer can award now, in the order of slugs. */
export async function currentAchievements(
  { store }: Desk,
  issuer: string,
): Promise<readonly Achievement[]> {
  const current = await store
    .select({ facts: achievements.facts })
    .from(achievements)
    .where(and(eq(achievements.issuer, issuer), eq(achievements.current, true)))
    .orderBy(asc(achievements.slug));
  return current.map(({ facts }) => facts);
}
