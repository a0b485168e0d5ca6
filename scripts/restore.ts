/**
 * Puts a backup in the place of what is there: `npm run restore -- FOLDER --replace`. With `--remote` it prints the
 * commands that put it into new databases of a deployment. Ends with 0 where it is restored, 1 where not, and 64 where it
 * was called wrongly (EX_USAGE of sysexits.h).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataOwner } from '../development/data-owner.ts';
import { DATA_DIRECTORY, STATE_DIRECTORY } from '../development/settings.ts';
import { digestOf, FILES, readManifest, STORES } from './backup/manifest.ts';
import { restoreHere } from './backup/restore-here.ts';
import { DEPLOYED_SIGNER } from './deployed-signer.ts';

const USAGE = `npm run restore -- FOLDER --replace
npm run restore -- FOLDER --remote

The first throws away what this machine has, and needs a Laurel that npm start has made and that does not run.
The second prints what does the same for a deployment. docs/backup.md says when to do what.`;

const words = process.argv.slice(2);
const [folder, ...others] = words.filter((word) => word !== '--remote' && word !== '--replace');
if (folder === undefined || others.length > 0 || words.length !== 2) stop(64, USAGE);
const digests = manifestDigests(folder);
for (const store of STORES) {
  if ((await digestOf(folder, store)) !== digests[store]) {
    stop(1, `${FILES[store]} is not what was backed up: it was changed or cut off since.`);
  }
}
if (words.includes('--remote')) {
  for (const store of STORES) console.log(commandFor(store, folder));
} else {
  if (!existsSync(STATE_DIRECTORY))
    stop(1, 'There is no Laurel here to put it into: npm start makes one.');
  const owner = dataOwner();
  if (owner !== null) stop(1, `Laurel runs on this data (process ${owner}). Stop it first.`);
  for (const store of STORES) restoreHere(DATA_DIRECTORY, folder, store);
  console.log(
    'Restored. npm run audit says whether all of it holds; npm start goes on from there.',
  );
}

function manifestDigests(of: string) {
  try {
    return readManifest(of).digests;
  } catch {
    return stop(1, `${of} is no backup: it lacks a backup.json that says what is in it.`);
  }
}

function commandFor(store: keyof typeof FILES, from: string): string {
  const file = join(from, FILES[store]);
  return `npx wrangler d1 execute ${store} --remote --config ${DEPLOYED_SIGNER} --file "${file}"`;
}

function stop(code: number, reason: string): never {
  console.error(reason);
  process.exit(code);
}
