import { execFileSync } from 'node:child_process';
import { chmodSync, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Ask, Store } from '../audit/ask.ts';
import { DEPLOYED_SIGNER } from '../deployed-signer.ts';
import { dumpOf } from './dump-here.ts';
import { digestOf, FILES, manifestPath, STORES } from './manifest.ts';
import { markOf } from './mark.ts';

/** Writes one of the databases into a file. */
export type Export = (store: Store, file: string) => Promise<void>;

/** A copy holds people: only whoever made it reads it. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;

/** Each takes as long as the export does; a service that signs all the time has no quiet moment. */
const MAX_TRIES = 5;

/**
 * Writes both databases into a new folder, as they were at one moment: PUBLIC is the same before and after PRIVATE was
 * read, so that PRIVATE knows the intent of all that PUBLIC shows, and all that it calls released is there. False where
 * something was signed or said each time.
 */
export async function makeBackup(folder: string, ask: Ask, write: Export): Promise<boolean> {
  mkdirSync(folder, { recursive: true, mode: OWN_FOLDER });
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const before = await markOf(ask);
    for (const store of STORES) {
      const file = join(folder, FILES[store]);
      writeFileSync(file, '', { mode: OWN_FILE });
      await write(store, file);
      chmodSync(file, OWN_FILE);
    }
    if ((await markOf(ask)) === before) {
      await writeManifest(folder);
      return true;
    }
  }
  return false;
}

async function writeManifest(folder: string): Promise<void> {
  const [PUBLIC, PRIVATE] = await Promise.all(STORES.map((store) => digestOf(folder, store)));
  const manifest = { madeAt: new Date().toISOString(), digests: { PUBLIC, PRIVATE } };
  writeFileSync(manifestPath(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: OWN_FILE });
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
