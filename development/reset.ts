import { rmSync } from 'node:fs';
import { dataOwner } from './data-owner.ts';
import { DATA_DIRECTORY } from './settings.ts';

/** Clears the local data, its keys and its tokens. The next start begins anew. */
const owner = dataOwner();
if (owner === null) {
  rmSync(DATA_DIRECTORY, { recursive: true, force: true });
  console.log('Cleared. npm start begins anew.');
} else {
  console.error(`Laurel runs on this data (process ${owner}). Stop it first.`);
  process.exitCode = 1;
}
