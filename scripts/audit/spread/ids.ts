import { databasesOfId } from '@laurel/store/directory/databases-of-id';
import type { Invariant } from '../invariant.ts';
import { rowsOf } from '../pages.ts';

const PAGE_ROWS = 5_000;

/** What is looked for by its id alone. */
const BY_ID = ['credentials', 'status_lists'] as const;

/** That whoever has an address of ours is led to what is there. */
export const ID_LEADS_TO_ITS_DATABASE: Invariant = {
  name: 'id-leads-to-its-database',
  sentence: 'A credential or status list is in a database in which its id is looked for.',
  breaches: async function* ({ ask, publicStores }) {
    for (const [at, store] of publicStores.entries()) {
      // In the first one ids of any class are looked for.
      if (at === 0) continue;
      for (const table of BY_ID) {
        for await (const { id } of rowsOf(ask, { store, table, columns: 'id', size: PAGE_ROWS })) {
          const numbers = databasesOfId(String(id), publicStores.length);
          if (!numbers.includes(at + 1)) yield `${store} ${table} ${id}`;
        }
      }
    }
  },
};
