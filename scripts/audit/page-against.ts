import { type Ask, type Row, type Store, setOf } from './ask.ts';

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
