import { openCheckpoint } from '@laurel/log/checkpoint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { anAwardRequest, award, revoke } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { letWait, logKeys, naiveRoot, readLog } from '../support/public-log.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

/** More than five transactions. */
const WAITING = 2_800;
const PEOPLE = 12;

const Checkpoint = z.object({
  size: z.number(),
  root: z.string(),
  madeAtSeconds: z.number(),
  note: z.string().nullable(),
});

test('of many runs at once each takes places of its own: no gap, nothing twice, and no fork', async () => {
  const recipients = Array.from({ length: PEOPLE }, (_, at) => ({ username: `At once ${at}` }));
  const { recipients: rows } = await award(laurel, anAwardRequest({ recipients }));
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const hashes = await letWait(laurel, WAITING);

  const answers = await Promise.all(
    rows.map((row) => revoke(laurel, row.award ?? '', { reason: 'duplicate' })),
  );
  await laurel.runtime.tick();

  expect(answers.map(({ status }) => status)).toEqual(rows.map(() => 200));
  const { entries, lines, root } = await readLog(laurel);
  const logged = entries.map(({ hash }) => hash);
  expect(new Set(logged).size).toBe(logged.length);
  expect(logged).toEqual(expect.arrayContaining([...hashes]));
  expect(naiveRoot(lines)).toBe(root);
  expect(await store.prepare('select count(*) as left from log_pending').first('left')).toBe(0);

  const { results } = await store
    .prepare('select size, root, made_at_seconds as madeAtSeconds, note from log_checkpoints')
    .all();
  const checkpoints = z.array(Checkpoint).parse(results);
  const keys = await logKeys(laurel);
  expect(new Set(checkpoints.map(({ size }) => size)).size).toBe(checkpoints.length);
  for (const checkpoint of checkpoints) {
    expect(naiveRoot(lines.slice(0, checkpoint.size))).toBe(checkpoint.root);
    if (checkpoint.note === null) continue;
    expect(await openCheckpoint(checkpoint.note, keys)).toMatchObject({ size: checkpoint.size });
  }
});

test('a place that is taken cannot be taken again, nor a size, whoever tries', async () => {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const { entries, size } = await readLog(laurel);
  expect(entries.length).toBeGreaterThan(3);

  for (const statement of [
    "insert into log_entries values (0, 'credential', 1, 'another')",
    `insert into log_checkpoints values (${size}, 'another', 1, null)`,
    "insert into log_subtrees values (0, 0, 'another')",
  ]) {
    await expect(store.prepare(statement).run()).rejects.toThrow(/UNIQUE constraint failed/);
  }
});
