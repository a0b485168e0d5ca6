import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Laurel may be writing at the same time. */
const BUSY_MS = 5_000;

/** The database file of a stopped or running local Laurel that has a table. The caller closes it. */
export function databaseWith(data: string, table: string): DatabaseSync {
  const directory = join(data, 'state');
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.sqlite'))) {
    const database = new DatabaseSync(join(directory, file), { timeout: BUSY_MS });
    const found = database
      .prepare("select 1 from sqlite_master where type = 'table' and name = ?")
      .get(table);
    if (found !== undefined) return database;
    database.close();
  }
  throw new Error(`no database has ${table}`);
}
