import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../development/build.ts';
import { freePort } from '../../development/free-port.ts';
import { databaseHere } from '../../development/state-files.ts';
import { anAwardRequest } from '../support/awarding.ts';
import {
  allEnded,
  demoIn,
  descendantsOf,
  type StartEnvironment,
  type Started,
  startProcess,
} from '../support/started.ts';

const HOST = '127.0.0.1';

/** What the demonstration signs by itself at its first start. */
const DEMONSTRATED = 36;

let environment: StartEnvironment;
let started: Started;
beforeAll(async () => {
  await build();
  environment = {
    LAUREL_PORT: String(await freePort(HOST)),
    LAUREL_WIKIMEDIA_PORT: String(await freePort(HOST)),
    LAUREL_DATA: mkdtempSync(join(tmpdir(), 'laurel-crash-')),
  };
  started = startProcess(environment);
  await started.ready;
});
afterAll(async () => {
  started.process.kill('SIGINT');
  await started.ended;
  rmSync(environment.LAUREL_DATA, { recursive: true, force: true });
});

/** Reads the stored state beside the running Workers. */
function inDatabase<Answer>(
  store: 'PUBLIC' | 'PRIVATE',
  read: (database: DatabaseSync) => Answer,
): Answer {
  const database = databaseHere(environment.LAUREL_DATA, store);
  try {
    return read(database);
  } finally {
    database.close();
  }
}

function count(store: 'PUBLIC' | 'PRIVATE', sql: string, ...values: readonly string[]): number {
  return inDatabase(store, (database) =>
    Number(Object.values(database.prepare(sql).get(...values) ?? {})[0]),
  );
}

/** Makes work that waits for its time due now, as it would be a minute or two later. */
function letTimePass(): void {
  inDatabase('PRIVATE', (database) => {
    database.exec('update outbox set due_at_seconds = 0, leased_until_seconds = 0');
    database.exec(
      "update intents set recorded_at_seconds = recorded_at_seconds - 3600 where state = 'recorded'",
    );
  });
}

/** Asks for a batch and answers its id. */
async function beginBatch(change: Readonly<Record<string, unknown>>): Promise<string> {
  const { token, issuer, origin } = demoIn(environment.LAUREL_DATA);
  const accepted = await fetch(`${origin}/api/v1/issuers/${issuer}/awards`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(anAwardRequest(change)),
  });
  expect(accepted.status).toBe(202);
  return ((await accepted.json()) as { batch: string }).batch;
}

/** Waits until so many rows of a batch have their answer. */
async function untilSettled(batch: string, wanted: number): Promise<void> {
  const settled = () =>
    count(
      'PRIVATE',
      "select count(*) from batch_rows where batch_id = ? and state <> 'queued'",
      batch,
    );
  while (settled() < wanted) await new Promise(setImmediate);
}

/** Kills every process of Laurel without warning, and starts it again a minute or two later. */
async function killAndRestart(): Promise<void> {
  const children = descendantsOf(started.process.pid ?? 0);
  for (const child of children) process.kill(child, 'SIGKILL');
  started.process.kill('SIGKILL');
  await started.ended;
  await allEnded(children);
  letTimePass();
  started = startProcess(environment);
  await started.ready;
}

test('a batch that is killed again and again, hard, ends with everybody awarded once and nothing left', async () => {
  const size = 1_000;
  const recipients = Array.from({ length: size }, (_, at) => ({ username: `Drill ${at}` }));
  const batch = await beginBatch({ recipients });
  for (const settled of [1, 300, 600]) {
    await untilSettled(batch, settled);
    await killAndRestart();
  }
  await untilSettled(batch, size);

  const ofBatch = 'from awards where batch_id = ?';
  expect(count('PRIVATE', `select count(*) ${ofBatch} and state = 'accepted'`, batch)).toBe(size);
  expect(count('PRIVATE', `select count(distinct account_id) ${ofBatch}`, batch)).toBe(size);
  // The last of the background's work may still be under way.
  const unsigned = () => count('PUBLIC', 'select count(*) from credentials where rsa_jwt is null');
  while (count('PRIVATE', 'select count(*) from outbox') > 0 || unsigned() > 0) {
    await new Promise(setImmediate);
  }
  const signed = count('PUBLIC', 'select count(*) from credentials');
  expect(signed).toBe(size + DEMONSTRATED);
  const intents = 'select count(*) from intents where state';
  expect(count('PRIVATE', `${intents} = 'released'`)).toBe(signed);
  expect(count('PRIVATE', `${intents} <> 'released'`)).toBe(0);
});

test('a batch of 10,000 whose consumer is killed in the middle awards everybody exactly once', async () => {
  const size = 10_000;
  const recipients = Array.from({ length: size }, (_, at) => ({ username: `Multitude ${at}` }));
  const batch = await beginBatch({ consent: 'ask', recipients });
  await untilSettled(batch, size / 2);
  await killAndRestart();
  expect(
    count(
      'PRIVATE',
      "select count(*) from batch_rows where batch_id = ? and state = 'queued'",
      batch,
    ),
  ).toBeGreaterThan(0);
  await untilSettled(batch, size);

  const ofBatch = 'from awards where batch_id = ?';
  expect(count('PRIVATE', `select count(*) ${ofBatch} and state = 'offered'`, batch)).toBe(size);
  expect(count('PRIVATE', `select count(distinct account_id) ${ofBatch}`, batch)).toBe(size);
}, 240_000);
