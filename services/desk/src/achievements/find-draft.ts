import type { Achievement } from '@laurel/core/achievement';
import { accounts, achievementDrafts, achievements } from '@laurel/store/private/desk';
import { and, count, desc, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** What is written of an achievement and not published yet; or what it would be begun from. */
export type Draft = {
  readonly slug: string;
  readonly facts: Achievement;
  /** Where nothing was changed yet: how many versions came before the one that it begins from. */
  readonly revision: number;
  /** Who changed it last; null where nobody did, or their name is not known. */
  readonly updatedBy: string | null;
  readonly updatedAtSeconds: number | null;
};

/** The version that counts, else the newest of one that is awarded no more. */
export type StandingVersion = {
  readonly id: string;
  readonly current: boolean;
  readonly facts: Achievement;
};

/** An achievement of an issuer: at least one of the two is there. */
export type DeskAchievement = {
  readonly slug: string;
  readonly standing: StandingVersion | null;
  /** How many versions there are. */
  readonly versions: number;
  /** Null where nothing is being changed. */
  readonly draft: Draft | null;
};

/** An achievement as it stands and as it is being changed; null where an issuer has none of this slug. */
export async function findDeskAchievement(
  { store }: Desk,
  issuer: string,
  slug: string,
): Promise<DeskAchievement | null> {
  const ofSlug = and(eq(achievements.issuer, issuer), eq(achievements.slug, slug));
  const [[version], [row], [all]] = await store.batch([
    store
      .select({ id: achievements.id, current: achievements.current, facts: achievements.facts })
      .from(achievements)
      .where(ofSlug)
      .orderBy(desc(achievements.current), desc(achievements.version))
      .limit(1),
    store
      .select({ draft: achievementDrafts, updatedBy: accounts.username })
      .from(achievementDrafts)
      .leftJoin(accounts, eq(accounts.id, achievementDrafts.updatedBy))
      .where(and(eq(achievementDrafts.issuer, issuer), eq(achievementDrafts.slug, slug))),
    store.select({ versions: count() }).from(achievements).where(ofSlug),
  ]);
  if (version === undefined && row === undefined) return null;
  const { facts, revision, updatedAtSeconds } = row?.draft ?? {};
  return {
    slug,
    standing: version ?? null,
    versions: all?.versions ?? 0,
    draft:
      facts === undefined || revision === undefined || updatedAtSeconds === undefined
        ? null
        : { slug, facts, revision, updatedBy: row?.updatedBy ?? null, updatedAtSeconds },
  };
}

/** What a member goes on writing: the draft, else what stands now, unchanged. */
export function draftOf({ slug, draft, standing, versions }: DeskAchievement): Draft {
  if (draft !== null) return draft;
  if (standing === null) throw new Error(`the achievement ${slug} has neither version nor draft`);
  const { facts } = standing;
  return { slug, facts, revision: versions - 1, updatedBy: null, updatedAtSeconds: null };
}
