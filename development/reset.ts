import { rmSync } from 'node:fs';
import { DATA_DIRECTORY } from './settings.ts';

/** Clears the local data, its keys and its tokens. The next start begins anew. */
rmSync(DATA_DIRECTORY, { recursive: true, force: true });
console.log('Cleared. npm start begins anew.');
