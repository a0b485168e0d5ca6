import { existsSync } from 'node:fs';
import { DATA_DIRECTORY, STATE_DIRECTORY } from '../development/settings.ts';
import { databaseWith } from '../development/state-files.ts';
import { DEPLOYED_SIGNER } from './deployed-signer.ts';
import { readCommand } from './keys/read-command.ts';
import { type Statement, statementsFor } from './keys/statements.ts';

/** A table that each database has, and the other has not. */
const OF_STORE = { PUBLIC: 'verification_keys', PRIVATE: 'key_orders' } as const;

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
  for (const statement of statementsFor(command)) console.log(wranglerCommand(statement));
} else if (!existsSync(STATE_DIRECTORY)) {
  console.error(
    'There is no Laurel on this machine yet. npm start makes one; --remote is for others.',
  );
  process.exitCode = 1;
} else {
  for (const statement of statementsFor(command)) runHere(statement, command.command === 'list');
}

function runHere({ store, sql }: Statement, shows: boolean): void {
  const database = databaseWith(DATA_DIRECTORY, OF_STORE[store]);
  try {
    const statement = database.prepare(sql);
    if (shows) {
      console.table(statement.all());
      return;
    }
    const { changes } = statement.run();
    if (changes === 0) {
      console.error('There is no such issuer or key here. npm run keys -- list shows them.');
      process.exitCode = 1;
    } else {
      console.log(`Ordered (${changes}). The signer carries it out within a minute.`);
    }
  } finally {
    database.close();
  }
}

function wranglerCommand({ store, sql }: Statement): string {
  const oneLine = sql.replaceAll(/\s+/g, ' ');
  return `npx wrangler d1 execute ${store} --remote --config ${DEPLOYED_SIGNER} --command "${oneLine}"`;
}
