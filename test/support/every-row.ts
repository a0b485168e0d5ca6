import type { Miniflare } from 'miniflare';

type Database = Awaited<ReturnType<Miniflare['getD1Database']>>;

/** Every row of every table of a database, by the table's name. */
export async function everyRow(database: Database): Promise<Readonly<Record<string, unknown>>> {
  const { results: tables } = await database
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%'",
    )
    .all<{ name: string }>();
  const rows = await database.batch(
    tables.map(({ name }) => database.prepare(`select * from "${name}"`)),
  );
  return Object.fromEntries(tables.map(({ name }, at) => [name, rows[at]?.results]));
}

/** A value of a database, with where it stands: bytes are read as Latin-1. */
export type Cell = {
  readonly table: string;
  readonly row: number;
  readonly column: string;
  readonly text: string;
};

/** Every value of every row of every table of a database. */
export async function everyCell(database: Database): Promise<readonly Cell[]> {
  return Object.entries(await everyRow(database)).flatMap(([table, rows]) =>
    (Array.isArray(rows) ? rows : []).flatMap((values, row) =>
      Object.entries(values).map(([column, value]) => ({
        table,
        row,
        column,
        text: Array.isArray(value) ? Buffer.from(value).toString('latin1') : String(value),
      })),
    ),
  );
}
