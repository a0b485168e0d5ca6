import type { DatabaseSync } from 'node:sqlite';
import { databaseHere, publicStoresHere, type Store } from '../../development/state-files.ts';
import type { Databases } from './ask.ts';

/** The databases of `npm start`, which may be running, to be asked. Whoever takes them closes them. */
export function databasesHere(data: string): Databases & { readonly close: () => void } {
  const publicStores = publicStoresHere(data);
  const stores: readonly Store[] = [...publicStores, 'PRIVATE'];
  const opened = new Map<Store, DatabaseSync>(
    stores.map((store) => [store, databaseHere(data, store)]),
  );
  return {
    publicStores,
    ask: async (store, sql) => {
      const rows = opened.get(store)?.prepare(sql).all();
      if (rows === undefined) throw new Error(`there is no ${store}`);
      return rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
      );
    },
    close: () => {
      for (const database of opened.values()) database.close();
    },
  };
}

/** No column of ours holds bytes. */
function plain(value: unknown): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error('a column holds what no column of ours holds');
}
