import { RECORD_OWNER } from '@laurel/core/key-owners';
import { literal } from '../ask.ts';
import type { Invariant } from '../invariant.ts';
import { rowsOf } from '../pages.ts';

const PAGE_ROWS = 1_000;

/** What nobody looks for in another database: a condition on its rows, and the column that it is told by. */
const IN_FIRST = [
  { table: 'issuer_databases', id: 'issuer', is: 'true' },
  { table: 'collections', id: 'id', is: 'true' },
  {
    table: 'credentials',
    id: 'id',
    is: `issuer = ${literal(RECORD_OWNER)} and endorses is null`,
  },
] as const;

/** That what is nobody's but a holder's or the service's is where it is looked for. */
export const FIRST_ALONE: Invariant = {
  name: 'first-alone-has',
  sentence: 'The directory, collections and learner records are in the first database alone.',
  breaches: async function* ({ ask, publicStores }) {
    for (const store of publicStores.slice(1)) {
      for (const { table, id, is } of IN_FIRST) {
        const columns = `${id} as id, (${is}) as is_so`;
        for await (const row of rowsOf(ask, { store, table, columns, size: PAGE_ROWS })) {
          if (row.is_so === 1) yield `${store} ${table} ${row.id}`;
        }
      }
    }
  },
};
