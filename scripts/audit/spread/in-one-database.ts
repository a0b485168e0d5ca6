import type { Store } from '../../../development/state-files.ts';
import { type Ask, type Databases, literal } from '../ask.ts';
import type { Invariant } from '../invariant.ts';

const PAGE_ROWS = 5_000;

/** What is there once: its key, by an index, and which rows are meant. The service's keys are copied on purpose. */
const ONCE = [
  { table: 'issuers', key: 'slug', is: 'true' },
  { table: 'credentials', key: 'id', is: 'true' },
  { table: 'status_lists', key: 'id', is: 'true' },
  { table: 'published_achievements', key: 'id', is: 'true' },
  { table: 'verification_keys', key: 'id', is: "owner <> '' and owner not like '/%'" },
  { table: 'log_entries', key: 'hash', is: 'true' },
] as const;

type Once = (typeof ONCE)[number];

/**
 * That nothing stands in two databases, of which two different things could be said. Of entries of status lists it is the lists: entries
 * stand beside theirs.
 */
export const IN_ONE_DATABASE: Invariant = {
  name: 'in-one-database',
  sentence:
    'No issuer, credential, status list, achievement, key or entry of a log is in two databases.',
  breaches: async function* (databases) {
    if (databases.publicStores.length === 1) return;
    for (const once of ONCE) yield* inSeveral(databases, once);
  },
};

/** Reads all of them side by side in the order of the key: each is read once, however many there are. */
async function* inSeveral({ ask, publicStores }: Databases, once: Once): AsyncGenerator<string> {
  const readers = publicStores.map((store) => keysInOrder(ask, store, once));
  const heads = await Promise.all(readers.map(next));
  for (;;) {
    const [least] = heads.filter((head) => head !== null).sort();
    if (least === undefined) return;
    const having = publicStores.filter((_, at) => heads[at] === least);
    if (having.length > 1) yield `${having.join(' and ')} ${once.table} ${least}`;
    for (const [at, reader] of readers.entries()) {
      if (heads[at] === least) heads[at] = await next(reader);
    }
  }
}

/** Null at the end. */
async function next(reader: AsyncGenerator<string>): Promise<string | null> {
  const { value, done } = await reader.next();
  return done === true ? null : value;
}

async function* keysInOrder(
  ask: Ask,
  store: Store,
  { table, key, is }: Once,
): AsyncGenerator<string, undefined> {
  for (let after = ''; ; ) {
    const rows = await ask(
      store,
      `select ${key} as key from ${table} where ${key} > ${literal(after)} and ${is}
        order by ${key} limit ${PAGE_ROWS}`,
    );
    for (const row of rows) yield String(row.key);
    if (rows.length < PAGE_ROWS) return;
    after = String(rows.at(-1)?.key);
  }
}
