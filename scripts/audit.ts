/**
 * Looks whether the databases hold what they always hold: `npm run audit [-- --signatures] [--remote | --local
 * --persist-to FOLDER]`. Changes nothing; Laurel may be running. Ends with 0 where all is well, 1 where something
 * is broken, 2 where that could not be found out, and 64 where it was called wrongly (EX_USAGE of sysexits.h).
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DATA_DIRECTORY, STATE_DIRECTORY } from '../development/settings.ts';
import type { Databases } from './audit/ask.ts';
import { databasesHere } from './audit/ask-here.ts';
import { databasesByWrangler } from './audit/ask-remote.ts';
import { INVARIANTS } from './audit/invariants.ts';
import { type Looked, look } from './audit/look.ts';
import { SIGNATURES_ARE_GOOD } from './audit/signatures.ts';
import { DEPLOYED_SIGNER } from './deployed-signer.ts';

const USAGE = 'npm run audit [-- --signatures] [--remote | --local --persist-to FOLDER]';
const CODES = { well: 0, broken: 1, unknown: 2, calledWrongly: 64 } as const;

const given = asked();
if (given === null) {
  console.error(USAGE);
  process.exitCode = CODES.calledWrongly;
} else if (given.where === null && !existsSync(STATE_DIRECTORY)) {
  console.error(
    'There is no Laurel on this machine yet. npm start makes one; --remote is for others.',
  );
  process.exitCode = CODES.unknown;
} else {
  process.exitCode = await audited(given).catch((error: unknown) => {
    console.error(
      'The databases could not be asked:',
      error instanceof Error ? error.message : error,
    );
    return CODES.unknown;
  });
}

type Given = { readonly where: readonly string[] | null; readonly signatures: boolean };

/** Null where it was called wrongly. */
function asked(): Given | null {
  try {
    const { values } = parseArgs({
      options: {
        remote: { type: 'boolean', default: false },
        local: { type: 'boolean', default: false },
        'persist-to': { type: 'string' },
        signatures: { type: 'boolean', default: false },
      },
    });
    const folder = values['persist-to'];
    if (values.local !== (folder !== undefined) || (values.local && values.remote)) return null;
    const local = folder === undefined ? null : ['--local', '--persist-to', folder];
    return { where: values.remote ? ['--remote'] : local, signatures: values.signatures };
  } catch {
    return null;
  }
}

async function audited({ where, signatures }: Given): Promise<number> {
  if (where !== null) return lookAtAll(elsewhere(where), signatures);
  const here = databasesHere(DATA_DIRECTORY);
  return lookAtAll(here, signatures).finally(here.close);
}

function elsewhere(where: readonly string[]): Databases {
  const isRemote = where.includes('--remote');
  return databasesByWrangler(where, isRemote ? DEPLOYED_SIGNER : 'services/signer/wrangler.toml');
}

async function lookAtAll(databases: Databases, signatures: boolean): Promise<number> {
  const { publicStores } = databases;
  if (publicStores.length > 1) console.log(`PUBLIC is spread over ${publicStores.join(', ')}.`);
  let broken = 0;
  for (const invariant of [...INVARIANTS, ...(signatures ? [SIGNATURES_ARE_GOOD] : [])]) {
    const looked = await look(databases, invariant);
    tell(looked);
    if (looked.broken > 0) broken += 1;
  }
  console.log(broken === 0 ? 'All of it holds.' : `${broken} of these do not hold.`);
  return broken === 0 ? CODES.well : CODES.broken;
}

function tell({ name, sentence, broken, ids }: Looked): void {
  console.log(`${broken === 0 ? '✓' : '✕'} ${name}: ${sentence}`);
  if (broken > 0)
    console.log(`  broken by ${broken}: ${ids.join(', ')}${broken > ids.length ? ', …' : ''}`);
}
