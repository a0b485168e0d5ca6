/**
 * Puts a backup in the place of what is there: `npm run restore -- FOLDER --replace`. With `--remote` it prints the
 * commands that put it into new databases of a deployment. Ends with 0 where it is restored, 1 where not, and 64 where it
 * was called wrongly (EX_USAGE of sysexits.h).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataOwner } from '../development/data-owner.ts';
import { DATA_DIRECTORY, STATE_DIRECTORY } from '../development/settings.ts';
import { publicStoresHere, type Store } from '../development/state-files.ts';
import { checkBackup, otherNumber } from './backup/check-backup.ts';
import { fileOf, type Manifest, storesOf } from './backup/manifest.ts';
import { restoreHere } from './backup/restore-here.ts';
import { DEPLOYED_SIGNER, publicStoresIn } from './deployed-signer.ts';

const USAGE = `npm run restore -- FOLDER --replace
npm run restore -- FOLDER --remote

The first throws away what this machine has, and needs a Laurel that npm start has made and that does not run.
The second prints what does the same for a deployment. docs/backup.md says when to do what.`;

const words = process.argv.slice(2);
const [folder, ...others] = words.filter((word) => word !== '--remote' && word !== '--replace');
if (folder === undefined || others.length > 0 || words.length !== 2) stop(64, USAGE);
const checked = await checkBackup(folder);
if (!checked.ok) stop(1, checked.failure);
if (words.includes('--remote')) printCommands(checked.value, folder);
else restore(checked.value, folder);

function restore(manifest: Manifest, from: string): void {
  if (!existsSync(STATE_DIRECTORY))
    stop(1, 'There is no Laurel here to put it into: npm start makes one.');
  const owner = dataOwner();
  if (owner !== null) stop(1, `Laurel runs on this data (process ${owner}). Stop it first.`);
  const { length: here } = publicStoresHere(DATA_DIRECTORY);
  const { length: saved } = manifest.publicStores;
  refuseOtherNumber(
    manifest,
    here,
    here < saved
      ? `LAUREL_PUBLIC_DATABASES=${saved} npm start makes the others.`
      : `Restore it into a folder of its own: LAUREL_DATA=… LAUREL_PUBLIC_DATABASES=${saved} npm start makes one.`,
  );
  for (const store of storesOf(manifest.publicStores)) restoreHere(DATA_DIRECTORY, from, store);
  console.log(
    'Restored. npm run audit says whether all of it holds; npm start goes on from there.',
  );
}

function printCommands(manifest: Manifest, from: string): void {
  // Not written yet where nothing was deployed from here: then the number cannot be compared.
  if (existsSync(DEPLOYED_SIGNER)) {
    refuseOtherNumber(
      manifest,
      publicStoresIn(DEPLOYED_SIGNER).length,
      `Say "publicDatabases": ${manifest.publicStores.length} in the settings, and npm run deploy -- --dry-run.`,
    );
  }
  for (const store of storesOf(manifest.publicStores)) console.log(commandFor(store, from));
}

function refuseOtherNumber(manifest: Manifest, here: number, remedy: string): void {
  const refusal = otherNumber(manifest, here, remedy);
  if (refusal !== null) stop(1, refusal);
}

function commandFor(store: Store, from: string): string {
  const file = join(from, fileOf(store));
  return `npx wrangler d1 execute ${store} --remote --config ${DEPLOYED_SIGNER} --file "${file}"`;
}

function stop(code: number, reason: string): never {
  console.error(reason);
  process.exit(code);
}
