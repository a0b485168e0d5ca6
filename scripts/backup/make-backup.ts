import { execFileSync } from 'node:child_process';
import { chmodSync, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Store } from '../../development/state-files.ts';
import type { Databases } from '../audit/ask.ts';
import { DEPLOYED_SIGNER } from '../deployed-signer.ts';
import { dumpOf } from './dump-here.ts';
import { fileOf, storesOf, writeManifest } from './manifest.ts';
import { markOf } from './mark.ts';

/** Writes one of the databases into a file. */
export type Export = (store: Store, file: string) => Promise<void>;

/** A copy holds people: only whoever made it reads it. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;

/** Each takes as long as the export does; a service that signs all the time has no quiet moment. */
const MAX_TRIES = 5;

/**
 * Writes all databases into a new folder, as they were at one moment: all of PUBLIC is the same before and after PRIVATE was
 * read, so that PRIVATE knows the intent of all that PUBLIC shows, and all that it calls released is there. False where
 * something was signed or said each time.
 */
export async function makeBackup(
  folder: string,
  databases: Databases,
  write: Export,
): Promise<boolean> {
  const { publicStores } = databases;
  mkdirSync(folder, { recursive: true, mode: OWN_FOLDER });
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const before = await markOf(databases);
    for (const store of storesOf(publicStores)) {
      const file = join(folder, fileOf(store));
      writeFileSync(file, '', { mode: OWN_FILE });
      await write(store, file);
      chmodSync(file, OWN_FILE);
    }
    if ((await markOf(databases)) === before) {
      await writeManifest(folder, publicStores, OWN_FILE);
      return true;
    }
  }
  return false;
}

/** From a local database: within one transaction, so that Laurel may be running. */
export function exportHere(databaseOf: (store: Store) => DatabaseSync): Export {
  return async (store, file) => {
    const database = databaseOf(store);
    database.exec('begin');
    try {
      await pipeline(Readable.from(linesOf(database)), createWriteStream(file));
    } finally {
      database.exec('rollback');
      database.close();
    }
  };
}

function* linesOf(database: DatabaseSync): Generator<string> {
  for (const statement of dumpOf(database)) yield `${statement}\n`;
}

/** From a deployment, as whoever is logged in to it. It blocks the database for as long as it takes. */
export const exportByWrangler: Export = async (store, file) => {
  execFileSync(
    process.execPath,
    [
      ...['node_modules/wrangler/bin/wrangler.js', 'd1', 'export', store, '--remote'],
      ...['--config', DEPLOYED_SIGNER, '--skip-confirmation', '--output', file],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
};
