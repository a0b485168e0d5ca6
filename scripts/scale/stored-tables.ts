import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A table as it lies in its file. */
export type StoredTable = {
  readonly table: string;
  readonly rows: number;
  readonly bytes: number;
  readonly indexBytes: number;
  /** Those that uniqueness asks for among them. */
  readonly indexes: number;
};

/** The tables of the databases below a folder, by the name of a table that only one of them has. */
export function storedTables(folder: string, only: string): readonly StoredTable[] {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.sqlite')) continue;
    const database = new DatabaseSync(join(folder, file), { readOnly: true });
    try {
      const tables = tablesIn(database);
      if (tables.some(({ table }) => table === only)) return tables;
    } finally {
      database.close();
    }
  }
  throw new Error(`no database has ${only}`);
}

/** By the pages that each of them takes (SQLite, “The DBSTAT Virtual Table”). */
function tablesIn(database: DatabaseSync): readonly StoredTable[] {
  const sizes = new Map(
    database
      .prepare('select name, sum(pgsize) as bytes from dbstat group by name')
      .all()
      .map(({ name, bytes }) => [String(name), Number(bytes)]),
  );
  const parts = database.prepare(
    "select type, name, tbl_name from sqlite_master where type in ('table', 'index')",
  );
  const rows = parts.all();
  return rows.flatMap(({ type, name }) => {
    if (type !== 'table' || /^(?:sqlite_|_cf_)/.test(String(name))) return [];
    const indexes = rows.filter((one) => one.type === 'index' && one.tbl_name === name);
    const count = database.prepare(`select count(*) as rows from "${name}"`).get();
    return [
      {
        table: String(name),
        rows: Number(count?.rows),
        bytes: sizes.get(String(name)) ?? 0,
        indexBytes: indexes.reduce((sum, one) => sum + (sizes.get(String(one.name)) ?? 0), 0),
        indexes: indexes.length,
      },
    ];
  });
}
