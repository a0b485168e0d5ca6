import { maps } from '@laurel/store/private/desk';
import { asc, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** All maps of an issuer, by their slugs: they are few, as there is a bound. */
export async function listMaps({ store }: Desk, issuer: string) {
  return store
    .select({
      slug: maps.slug,
      draft: maps.draft,
      published: maps.published,
      state: maps.state,
      revision: maps.revision,
    })
    .from(maps)
    .where(eq(maps.issuer, issuer))
    .orderBy(asc(maps.slug));
}

export type ListedMap = Awaited<ReturnType<typeof listMaps>>[number];
