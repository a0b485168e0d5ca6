import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../development/build.ts';
import { freePort } from '../../development/free-port.ts';
import { anAwardRequest } from '../support/awarding.ts';
import {
  allEnded,
  demoIn,
  descendantsOf,
  type StartEnvironment,
  startProcess,
} from '../support/started.ts';
import { databaseWith } from '../support/state-files.ts';

const HOST = '127.0.0.1';
const RECIPIENTS = 200;

/** Awards signed, of the batch, at which the whole process is killed. */
const KILLED_AT = [1, 60, 130];

let environment: StartEnvironment;
beforeAll(async () => {
  await build();
  environment = {
    LAUREL_PORT: String(await freePort(HOST)),
    LAUREL_WIKIMEDIA_PORT: String(await freePort(HOST)),
    LAUREL_DATA: mkdtempSync(join(tmpdir(), 'laurel-crash-')),
  };
});
afterAll(() => rmSync(environment.LAUREL_DATA, { recursive: true, force: true }));

type Counts = Readonly<Record<string, number>>;

async function countsOf(url: string, token: string): Promise<Counts> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { counts: Counts }).counts;
}

/** Makes work that waits for its time due now, as it would be a minute or two later. */
function letTimePass(): void {
  const database = databaseWith(environment.LAUREL_DATA, 'outbox');
  database.exec('update outbox set due_at_seconds = 0, leased_until_seconds = 0');
  database.exec(
    "update intents set recorded_at_seconds = recorded_at_seconds - 3600 where state = 'recorded'",
  );
  database.close();
}

test('a batch that is killed again and again, hard, ends with everybody awarded once and nothing left', async () => {
  let started = startProcess(environment);
  await started.ready;
  const { token, issuer, origin } = demoIn(environment.LAUREL_DATA);
  const recipients = Array.from({ length: RECIPIENTS }, (_, at) => ({ username: `Drill ${at}` }));
  const accepted = await fetch(`${origin}/api/v1/issuers/${issuer}/awards`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': 'drill',
    },
    body: JSON.stringify(anAwardRequest({ recipients })),
  });
  expect(accepted.status).toBe(202);
  const { url } = (await accepted.json()) as { url: string };

  for (const limit of KILLED_AT) {
    for (;;) {
      const { accepted: awarded = 0, queued } = await countsOf(url, token);
      if (awarded >= limit || queued === 0) break;
    }
    const children = descendantsOf(started.process.pid ?? 0);
    for (const child of children) process.kill(child, 'SIGKILL');
    started.process.kill('SIGKILL');
    await started.ended;
    await allEnded(children);
    letTimePass();
    started = startProcess(environment);
    await started.ready;
  }
  for (;;) {
    const { queued } = await countsOf(url, token);
    if (queued === 0) break;
  }

  expect(await countsOf(url, token)).toMatchObject({ accepted: RECIPIENTS, refused: 0, queued: 0 });
  started.process.kill('SIGINT');
  await started.ended;
  const priv = databaseWith(environment.LAUREL_DATA, 'intents');
  const pub = databaseWith(environment.LAUREL_DATA, 'credentials');
  const count = (database: DatabaseSync, sql: string) =>
    Object.values(database.prepare(sql).get() ?? {})[0];
  const signed = count(pub, 'select count(*) from credentials');
  expect(signed).toBe(RECIPIENTS + 36);
  expect(count(priv, "select count(*) from intents where state = 'released'")).toBe(signed);
  expect(count(priv, "select count(*) from intents where state <> 'released'")).toBe(0);
  expect(count(priv, 'select count(*) from outbox')).toBe(0);
  expect(count(pub, 'select count(*) from credentials where rsa_jwt is null')).toBe(0);
  priv.close();
  pub.close();
});
