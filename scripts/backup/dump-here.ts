import type { DatabaseSync } from 'node:sqlite';

/** What SQLite, the platform and its tools keep for themselves; but which migrations ran is part of a backup. */
const NOT_OURS = "name not like 'sqlite_%' and name not like '_cf_%'";

/**
 * A local database as SQL statements, one a line, as `wrangler d1 export` writes those of a deployment: tables, then
 * rows, then indexes. Generated columns are left to be generated. Read a row at a time.
 */
export function* dumpOf(database: DatabaseSync): Generator<string> {
  const objects = database
    .prepare(
      `select name, type, sql from sqlite_master where sql is not null and ${NOT_OURS} order by rowid`,
    )
    .all();
  const tables = objects.filter(({ type }) => type === 'table');
  for (const { sql } of tables) yield `${oneLine(String(sql))};`;
  for (const { name } of tables) yield* rowsOf(database, String(name));
  for (const { sql, type } of objects) if (type !== 'table') yield `${oneLine(String(sql))};`;
}

function* rowsOf(database: DatabaseSync, table: string): Generator<string> {
  // table_info leaves generated columns out.
  const columns = database
    .prepare(`select name from pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => `"${name}"`);
  const values = columns.map((column) => `quote(${column})`).join(" || ',' || ");
  const rows = database.prepare(`select ${values} as row from "${table}" order by rowid`).iterate();
  for (const { row } of rows) {
    yield `INSERT INTO "${table}" (${columns.join(',')}) VALUES(${row});`;
  }
}

/** Line breaks of a schema mean nothing; those in texts of rows are kept. */
function oneLine(sql: string): string {
  return sql.replaceAll(/\s*\n\s*/g, ' ');
}
