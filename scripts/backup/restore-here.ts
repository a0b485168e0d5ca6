import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseHere, type Store } from '../../development/state-files.ts';
import { fileOf } from './manifest.ts';

/** Puts what a backup holds of a database in the place of what the local one holds: all of it or, where that fails, nothing. */
export function restoreHere(data: string, folder: string, store: Store): void {
  const database = databaseHere(data, store);
  try {
    database.exec('begin immediate');
    const before = database
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%'",
      )
      .all();
    for (const { name } of before) database.exec(`drop table "${name}"`);
    database.exec(
      readFileSync(join(folder, fileOf(store)), 'utf8').replace(/^(?:PRAGMA [^;]*;\s*)+/, ''),
    );
    database.exec('commit');
  } finally {
    // What was not committed is undone with it.
    database.close();
  }
}
