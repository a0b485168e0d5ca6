import { existsSync } from 'node:fs';
import { DATA_DIRECTORY, STATE_DIRECTORY } from '../development/settings.ts';
import { databaseHere, publicStoresHere, type Store } from '../development/state-files.ts';
import { DEPLOYED_SIGNER, publicStoresIn } from './deployed-signer.ts';
import { type KeyCommand, readCommand } from './keys/read-command.ts';
import { type Statement, statementsFor } from './keys/statements.ts';

/** Lists keys, and writes orders about them, which the signer carries out within a minute. */
const words = process.argv.slice(2);
const command = readCommand(
  words.filter((word) => word !== '--remote'),
  Math.floor(Date.now() / 1000),
);
if (typeof command === 'string') {
  console.error(command);
  process.exitCode = 64;
} else if (words.includes('--remote')) {
  printCommands(command);
} else if (!existsSync(STATE_DIRECTORY)) {
  console.error(
    'There is no Laurel on this machine yet. npm start makes one; --remote is for others.',
  );
  process.exitCode = 1;
} else {
  for (const statement of statementsFor(command)) {
    const stores = storesOf(statement, () => publicStoresHere(DATA_DIRECTORY));
    if (command.command === 'list') showHere(statement, stores);
    else runHere(statement, stores);
  }
}

/** Where a statement is carried out: what is of PUBLIC, in each of the databases that it is spread over. */
function storesOf({ store }: Statement, publicStores: () => readonly Store[]): readonly Store[] {
  return store === 'PUBLIC' ? publicStores() : [store];
}

/** A table for each database; of several, which one it is. */
function showHere({ sql }: Statement, stores: readonly Store[]): void {
  for (const store of stores) {
    if (stores.length > 1) console.log(store);
    inDatabase(store, (database) => console.table(database.prepare(sql).all()));
  }
}

function runHere({ sql }: Statement, stores: readonly Store[]): void {
  let changes = 0;
  for (const store of stores) {
    changes += inDatabase(store, (database) => Number(database.prepare(sql).run().changes));
  }
  if (changes === 0) {
    console.error('There is no such issuer or key here. npm run keys -- list shows them.');
    process.exitCode = 1;
  } else {
    console.log(`Ordered (${changes}). The signer carries it out within a minute.`);
  }
}

function inDatabase<Answer>(
  store: Store,
  work: (database: ReturnType<typeof databaseHere>) => Answer,
): Answer {
  const database = databaseHere(DATA_DIRECTORY, store);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function printCommands(of: KeyCommand): void {
  try {
    const lines = statementsFor(of).flatMap((statement) =>
      storesOf(statement, () => publicStoresIn(DEPLOYED_SIGNER)).map((store) =>
        wranglerCommand(store, statement.sql),
      ),
    );
    for (const line of lines) console.log(line);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

function wranglerCommand(store: Store, sql: string): string {
  const oneLine = sql.replaceAll(/\s+/g, ' ');
  return `npx wrangler d1 execute ${store} --remote --config ${DEPLOYED_SIGNER} --command "${oneLine}"`;
}
