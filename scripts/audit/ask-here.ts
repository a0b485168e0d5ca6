import type { DatabaseSync } from 'node:sqlite';
import { databaseWith } from '../../development/state-files.ts';
import type { Ask, Store } from './ask.ts';

/** A table that each database has, and the other has not. */
export const OF_STORE = { PUBLIC: 'verification_keys', PRIVATE: 'key_orders' } as const;

/** Asks the databases of `npm start`, which may be running. Whoever takes it closes it. */
export function askHere(data: string): { readonly ask: Ask; readonly close: () => void } {
  const databases: Readonly<Record<Store, DatabaseSync>> = {
    PUBLIC: databaseWith(data, OF_STORE.PUBLIC),
    PRIVATE: databaseWith(data, OF_STORE.PRIVATE),
  };
  return {
    ask: async (store, sql) =>
      databases[store]
        .prepare(sql)
        .all()
        .map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
        ),
    close: () => {
      for (const database of Object.values(databases)) database.close();
    },
  };
}

/** No column of ours holds bytes. */
function plain(value: unknown): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error('a column holds what no column of ours holds');
}
