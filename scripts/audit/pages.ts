import type { Store } from '../../development/state-files.ts';
import type { Ask, Row } from './ask.ts';

export type Paged = {
  readonly store: Store;
  readonly table: string;
  /** As they stand in a statement, in which the table is called `one`. */
  readonly columns: string;
  /** Rows of one page. */
  readonly size: number;
};

/** Every row of a table, one after another, asked for by pages. */
export async function* rowsOf(ask: Ask, of: Paged): AsyncGenerator<Row> {
  for await (const page of pagesOf(ask, of)) yield* page;
}

/** Every row of a table, some at a time, in the order in which SQLite keeps them: that needs no index. */
export async function* pagesOf(
  ask: Ask,
  { store, table, columns, size }: Paged,
): AsyncGenerator<readonly Row[]> {
  let after = -1;
  for (;;) {
    const rows = await ask(
      store,
      `select one.rowid as place, ${columns} from ${table} as one
        where one.rowid > ${after} order by one.rowid limit ${size}`,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = Number(rows.at(-1)?.place);
  }
}
