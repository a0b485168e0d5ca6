import { FIRST } from '@laurel/store/directory/public-bindings';
import { issuerDatabases, issuers } from '@laurel/store/public/schema';
import { sql } from 'drizzle-orm';
import { atHome, inEach, inFirst } from './databases.ts';
import type { Signing } from './env.ts';

/**
 * Writes into the directory where a new issuer is going to be, and has that database at hand. Whoever has a place
 * keeps it: an issuer never moves, and of two calls at once the first one says. Where there is but one database
 * nothing is written.
 */
export async function placeIssuer(signing: Signing, slug: string): Promise<Signing> {
  if (signing.stores.length === 1) return signing;
  const number = await emptiest(signing);
  await inFirst(signing)
    .publicStore.insert(issuerDatabases)
    .select(
      // Whoever was here before there were several is in the first.
      sql`select ${slug}, iif(exists (select 1 from issuers where slug = ${slug}), ${FIRST}, ${number})`,
    )
    .onConflictDoNothing();
  return atHome(signing, slug);
}

/** The number of the database with the fewest bytes; of such as have equally many, that with the fewest issuers. */
async function emptiest(signing: Signing): Promise<number> {
  const sizes = await Promise.all(
    inEach(signing).map(async ({ publicStore, database }) => {
      const { meta } = await publicStore.run(sql`select 1`);
      return { database, bytes: meta.size_after, issuers: await publicStore.$count(issuers) };
    }),
  );
  const [least] = sizes.sort(
    (one, other) => one.bytes - other.bytes || one.issuers - other.issuers,
  );
  return least?.database ?? FIRST;
}
