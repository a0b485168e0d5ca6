import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseHere } from '../../development/state-files.ts';
import { INVARIANTS } from '../../scripts/audit/invariants.ts';
import { auditOf, dataFolder } from '../support/audited.ts';
import { anAwardRequest, postAwards } from '../support/awarding.ts';
import { killWorkerd } from '../support/killed.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { randomFrom } from '../support/random-from.ts';

/** More for a night. */
const ROUNDS = Number(process.env.LAUREL_DRILL_ROUNDS ?? 50);
const SIZE = 10;

/** Rows that a batch of one writes as it goes: an award, an intent, a credential, its entry in the log, its RS256 JWT, its answer. */
const ROWS_OF_ONE = 6;

const { data, remove } = dataFolder();
let laurel: Laurel;
let [publicStore, privateStore]: DatabaseSync[] = [];
beforeAll(async () => {
  laurel = await startLaurel({ persistTo: join(data, 'state') });
  publicStore = databaseHere(data, 'PUBLIC');
  privateStore = databaseHere(data, 'PRIVATE');
});
afterAll(async () => {
  publicStore?.close();
  privateStore?.close();
  await laurel.stop();
  remove();
});

function count(store: DatabaseSync | undefined, sql: string): number {
  return Number(store?.prepare(`select ${sql} as count`).get()?.count);
}

/** How far everything has come: it grows with each row that a batch writes. */
function progress(): number {
  return (
    count(privateStore, '(select count(*) from awards) + (select count(*) from intents)') +
    count(privateStore, "(select count(*) from batch_rows where state <> 'queued')") +
    count(
      publicStore,
      '(select count(*) from credentials) + (select count(rsa_jwt) from credentials)',
    ) +
    count(publicStore, '(select count(*) from log_entries)')
  );
}

/** As it will be a minute or two later: what was left waits for its time no more. */
function letTimePass(): void {
  privateStore?.exec(`update outbox set due_at_seconds = 0, leased_until_seconds = 0;
    update intents set recorded_at_seconds = recorded_at_seconds - 120 where state = 'recorded'`);
}

function leftToDo(): number {
  return (
    count(
      privateStore,
      "(select count(*) from outbox) + (select count(*) from intents where state = 'recorded')",
    ) +
    count(
      publicStore,
      '(select count(*) from log_pending) + (select count(*) from credentials where rsa_jwt is null)',
    )
  );
}

/** Asks for a batch until it is accepted: whoever gets no answer asks again with the same key. */
async function accepted(round: number, key: string): Promise<string> {
  const recipients = Array.from({ length: SIZE }, (_, at) => ({
    username: `Drill ${round} ${at}`,
  }));
  const answer = await postAwards(laurel, anAwardRequest({ recipients }), {
    'idempotency-key': key,
  });
  expect(answer.status).toBe(202);
  return Object(await answer.json()).batch;
}

test(`workerd is killed ${ROUNDS} times in the middle of a batch: at every moment all invariants hold, and in the end everybody was awarded and signed for once`, async () => {
  const seed = Number(process.env.LAUREL_DRILL_SEED ?? Date.now() % 2 ** 31);
  console.log(`LAUREL_DRILL_SEED=${seed}`);
  const random = randomFrom(seed);
  const batches = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const told = `round ${round} of LAUREL_DRILL_SEED=${seed}`;
    const key = crypto.randomUUID();
    const target = progress() + Math.floor(random() * SIZE * ROWS_OF_ONE);
    const asked = accepted(round, key).catch(() => null);
    let answered = false;
    void asked.then(() => {
      answered = true;
    });
    // Some are killed before they are answered, some after the last row.
    while (progress() < target && !(answered && leftToDo() === 0)) {
      await new Promise(setImmediate);
    }
    await killWorkerd(laurel);
    expect(await auditOf(data, INVARIANTS), told).toEqual({});
    await asked;
    batches.add(await accepted(round, key));
    letTimePass();
    await laurel.runtime.tick();
  }
  while (leftToDo() > 0) {
    letTimePass();
    await laurel.runtime.tick();
  }

  expect(batches.size).toBe(ROUNDS);
  for (const batch of batches) {
    const of = `from awards where batch_id = '${batch}' and state = 'accepted'`;
    expect(count(privateStore, `(select count(*) ${of})`)).toBe(SIZE);
    expect(count(privateStore, `(select count(distinct account_id) ${of})`)).toBe(SIZE);
  }
  expect(count(publicStore, '(select count(*) from credentials)')).toBe(ROUNDS * SIZE);
  expect(count(privateStore, "(select count(*) from intents where state = 'released')")).toBe(
    ROUNDS * SIZE,
  );
  expect(await auditOf(data), `LAUREL_DRILL_SEED=${seed}`).toEqual({});
}, 600_000);
