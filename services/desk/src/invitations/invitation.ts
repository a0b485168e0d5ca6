import type { Achievement } from '@laurel/core/achievement';
import type { LanguageMap } from '@laurel/core/language';
import { achievements, invitations } from '@laurel/store/private/desk';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** What an issuer invites to next, as its members set it. */
export type Invitation = {
  readonly texts: LanguageMap;
  readonly url: string | null;
  /** The slug of another achievement. */
  readonly leadsTo: string | null;
};

/** What holders of an achievement are invited to; null where nothing is. */
export async function findInvitation(
  { store }: Desk,
  issuer: string,
  achievementSlug: string,
): Promise<Invitation | null> {
  const [found] = await store
    .select({ texts: invitations.texts, url: invitations.url, leadsTo: invitations.leadsTo })
    .from(invitations)
    .where(ofAchievement(issuer, achievementSlug));
  return found ?? null;
}

/** The row of one achievement of an issuer. */
export function ofAchievement(issuer: string, achievementSlug: string) {
  return and(eq(invitations.issuer, issuer), eq(invitations.achievementSlug, achievementSlug));
}

/** An achievement that is awarded now. */
export type CurrentAchievement = {
  readonly id: string;
  readonly slug: string;
  readonly facts: Achievement;
};

/** The issuer's achievements that are awarded now, but for this one, by their slugs. */
export async function otherAchievements(
  { store }: Desk,
  issuer: string,
  achievementSlug: string,
): Promise<readonly CurrentAchievement[]> {
  return store
    .select({ id: achievements.id, slug: achievements.slug, facts: achievements.facts })
    .from(achievements)
    .where(
      and(
        eq(achievements.issuer, issuer),
        eq(achievements.current, true),
        ne(achievements.slug, achievementSlug),
      ),
    )
    .orderBy(asc(achievements.slug));
}
