import { inSet } from '@laurel/store/in-set';
import { issuers } from '@laurel/store/public/schema';
import { inArray } from 'drizzle-orm';
import { atHome } from './databases.ts';
import type { Signing } from './env.ts';

/** The public faces of issuers, in no order; each database that has some of them is asked once. */
export async function facesOf(signing: Signing, slugs: readonly string[]) {
  const homes = new Map<number, { of: Signing; slugs: string[] }>();
  for (const slug of slugs) {
    const of = await atHome(signing, slug);
    const home = homes.get(of.database) ?? { of, slugs: [] };
    home.slugs.push(slug);
    homes.set(of.database, home);
  }
  const parts = [...homes.values()].map((home) =>
    home.of.publicStore
      .select()
      .from(issuers)
      .where(inArray(issuers.slug, inSet(home.slugs))),
  );
  return (await Promise.all(parts)).flat();
}
