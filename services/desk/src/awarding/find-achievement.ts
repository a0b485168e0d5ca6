import type { Achievement } from '@laurel/core/achievement';
import { achievementUrl } from '@laurel/core/addresses';
import { achievements } from '@laurel/store/private/desk';
import { and, asc, eq, or } from 'drizzle-orm';
import type { Desk } from '../env.ts';

export type FoundAchievement = { readonly id: string; readonly facts: Achievement };

/** The current version of an issuer's achievement, by its slug, its id or its address. */
export async function findAchievement(
  desk: Desk,
  issuer: string,
  named: string,
): Promise<FoundAchievement | null> {
  const prefix = achievementUrl(desk.origin, '');
  const id = named.startsWith(prefix) ? named.slice(prefix.length) : named;
  const [row] = await desk.store
    .select({ id: achievements.id, facts: achievements.facts })
    .from(achievements)
    .where(
      and(
        eq(achievements.issuer, issuer),
        eq(achievements.current, true),
        or(eq(achievements.slug, named), eq(achievements.id, id)),
      ),
    );
  return row ?? null;
}

/** The current versions of an issuer's achievements, by their slugs. */
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
