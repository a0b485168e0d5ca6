import { FIRST } from '@laurel/store/directory/public-bindings';
import type { Ask, Databases } from '../ask.ts';
import type { Invariant } from '../invariant.ts';
import { rowsOf } from '../pages.ts';

const PAGE_ROWS = 5_000;

/** What an issuer has in PUBLIC: the column that says whose it is, and the one that it is told by. */
const OF_ISSUERS = [
  { table: 'issuers', issuer: 'slug', id: 'slug' },
  { table: 'issuer_logos', issuer: 'issuer', id: 'issuer' },
  { table: 'key_histories', issuer: 'issuer', id: 'issuer' },
  { table: 'verification_keys', issuer: 'owner', id: 'id' },
  { table: 'published_achievements', issuer: 'issuer', id: 'id' },
  { table: 'published_maps', issuer: 'issuer', id: 'slug' },
  { table: 'seat_feeds', issuer: 'issuer', id: 'issuer' },
  { table: 'open_seats', issuer: 'issuer', id: 'issuer' },
  { table: 'status_lists', issuer: 'issuer', id: 'id' },
  { table: 'credentials', issuer: 'issuer', id: 'id' },
] as const;

/** That no issuer is where nobody looks for it. */
export const DIRECTORY_LEADS_SOMEWHERE: Invariant = {
  name: 'directory-leads-somewhere',
  sentence: 'The database that the directory names for an issuer is there.',
  breaches: async function* ({ ask, publicStores }) {
    for (const [issuer, number] of await directoryOf(ask)) {
      if (number < FIRST || number > publicStores.length) yield `${issuer} in ${number}`;
    }
  },
};

/** That an issuer is in one database with all that it has. Whoever is in no directory is in the first. */
export const ISSUER_IS_AT_HOME: Invariant = {
  name: 'issuer-is-at-home',
  sentence: 'What is an issuer’s stands in the database that the directory names for it.',
  breaches: strays,
};

async function* strays({ ask, publicStores }: Databases): AsyncGenerator<string> {
  if (publicStores.length === 1) return;
  const directory = await directoryOf(ask);
  for (const [at, store] of publicStores.entries()) {
    for (const { table, issuer, id } of OF_ISSUERS) {
      const columns = `${issuer} as issuer, ${id} as id`;
      for await (const row of rowsOf(ask, { store, table, columns, size: PAGE_ROWS })) {
        const owner = String(row.issuer);
        const home = directory.get(owner) ?? FIRST;
        if (!isService(owner) && home !== at + 1) yield `${store} ${table} ${row.id}`;
      }
    }
  }
}

/** The service has keys, lists and what they signed in each database: no slug is empty or has a slash. */
function isService(owner: string): boolean {
  return owner === '' || owner.startsWith('/');
}

/** The numbers of databases by the slugs of issuers; none before the migration that brings the directory. */
async function directoryOf(ask: Ask): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const isThere = await ask(
    'PUBLIC',
    "select 1 as found from sqlite_master where name = 'issuer_databases'",
  );
  if (isThere.length === 0) return found;
  const rows = rowsOf(ask, {
    store: 'PUBLIC',
    table: 'issuer_databases',
    columns: 'issuer, database_number as number',
    size: PAGE_ROWS,
  });
  for await (const { issuer, number } of rows) found.set(String(issuer), Number(number));
  return found;
}
