import type { AchievementMap, MapState } from '@laurel/core/achievement-map';
import { accounts, maps } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** A map as its issuer's members see it. */
export type DeskMap = {
  readonly issuer: string;
  readonly slug: string;
  readonly draft: AchievementMap;
  /** Null until it was published once. */
  readonly published: AchievementMap | null;
  readonly state: MapState;
  readonly revision: number;
  /** Who changed it last; null where their name is not known. */
  readonly updatedBy: string | null;
  readonly updatedAtSeconds: number;
};

/** The row of one map. */
export function ofMap(issuer: string, slug: string) {
  return and(eq(maps.issuer, issuer), eq(maps.slug, slug));
}

/** A map of an issuer; null where it has none of this slug. */
export async function findMap(
  { store }: Desk,
  issuer: string,
  slug: string,
): Promise<DeskMap | null> {
  const [row] = await store
    .select({
      issuer: maps.issuer,
      slug: maps.slug,
      draft: maps.draft,
      published: maps.published,
      state: maps.state,
      revision: maps.revision,
      updatedBy: accounts.username,
      updatedAtSeconds: maps.updatedAtSeconds,
    })
    .from(maps)
    .leftJoin(accounts, eq(accounts.id, maps.updatedBy))
    .where(ofMap(issuer, slug));
  return row ?? null;
}

/** Whether something was changed that others do not read yet. */
export function isChanged({ draft, published }: Pick<DeskMap, 'draft' | 'published'>): boolean {
  return JSON.stringify(draft) !== JSON.stringify(published);
}
