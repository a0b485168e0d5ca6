import { databasesOfId } from '@laurel/store/directory/databases-of-id';
import type { Store } from '../../development/state-files.ts';
import { type Ask, type Databases, type Row, setOf } from './ask.ts';

export type OtherRows = {
  readonly store: Store;
  readonly table: string;
  /** The column that holds what is asked for. */
  readonly key: string;
  /** As they stand in a statement, the key among them. */
  readonly columns: string;
};

/** The rows of a table whose keys are among these, by their keys: how a page of one store is held against the other. */
export async function rowsByKey(
  ask: Ask,
  { store, table, key, columns }: OtherRows,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  if (keys.length === 0) return new Map();
  const rows = await ask(
    store,
    `select ${columns} from ${table} where ${key} in ${setOf([...new Set(keys)])}`,
  );
  return new Map(rows.map((row) => [String(row[key]), row]));
}

/** The same of what PUBLIC has under ids of ours: each is asked for where something of its id may be, and nowhere else. */
export async function publicRowsById(
  { ask, publicStores }: Databases,
  other: Omit<OtherRows, 'store'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>();
  for (const [at, store] of publicStores.entries()) {
    const some = ids.filter((id) => databasesOfId(id, publicStores.length).includes(at + 1));
    for (const one of await rowsByKey(ask, { ...other, store }, some)) found.set(...one);
  }
  return found;
}
