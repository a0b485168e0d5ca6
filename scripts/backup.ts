/**
 * Writes all databases into a new folder: `npm run backup -- FOLDER [--remote]`. Keys are in it sealed, and of no use
 * without KEY_ENCRYPTION_SECRETS, which is not in it. Ends with 0 where they are of one moment, 1 where that could not be
 * had, and 64 where it was called wrongly (EX_USAGE of sysexits.h).
 */
import { existsSync } from 'node:fs';
import { DATA_DIRECTORY, STATE_DIRECTORY } from '../development/settings.ts';
import { databaseHere } from '../development/state-files.ts';
import type { Databases } from './audit/ask.ts';
import { databasesHere } from './audit/ask-here.ts';
import { databasesByWrangler } from './audit/ask-remote.ts';
import { lacksIssuer } from './backup/lacks-issuer.ts';
import { type Export, exportByWrangler, exportHere, makeBackup } from './backup/make-backup.ts';
import { DEPLOYED_SIGNER } from './deployed-signer.ts';

const USAGE = 'npm run backup -- FOLDER [--remote]';

const words = process.argv.slice(2);
const [folder, ...others] = words.filter((word) => word !== '--remote');
const isRemote = words.includes('--remote');
if (folder === undefined || folder.startsWith('-') || others.length > 0) {
  console.error(USAGE);
  process.exitCode = 64;
} else if (existsSync(folder)) {
  console.error(`${folder} is there already. A backup goes into a folder of its own.`);
  process.exitCode = 64;
} else if (!isRemote && !existsSync(STATE_DIRECTORY)) {
  console.error(
    'There is no Laurel on this machine yet. npm start makes one; --remote is for others.',
  );
  process.exitCode = 1;
} else if (await (isRemote ? remoteBackup(folder) : localBackup(folder))) {
  console.log(`Written to ${folder}. It holds people: keep it where nobody else reads it.`);
  console.log(
    'KEY_ENCRYPTION_SECRETS is not in it. Keep that elsewhere: no key can be used without.',
  );
} else {
  console.error(
    'Laurel wrote something each time. Try again at a quieter moment; docs/backup.md has another way.',
  );
  process.exitCode = 1;
}

async function localBackup(into: string): Promise<boolean> {
  const databases = databasesHere(DATA_DIRECTORY);
  const write = exportHere((store) => databaseHere(DATA_DIRECTORY, store));
  return backupOfAll(into, databases, write).finally(databases.close);
}

function remoteBackup(into: string): Promise<boolean> {
  return backupOfAll(into, databasesByWrangler(['--remote'], DEPLOYED_SIGNER), exportByWrangler);
}

async function backupOfAll(into: string, databases: Databases, write: Export): Promise<boolean> {
  const lacked = await lacksIssuer(databases);
  if (lacked === null) return makeBackup(into, databases, write);
  console.error(
    `The directory has ${lacked}, and only ${databases.publicStores.join(', ')} are known here. docs/scale.md says how they are named.`,
  );
  return process.exit(1);
}
