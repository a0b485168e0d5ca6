import { wholeJwt } from '@laurel/proofs/jwt/kept';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secondsUntilNoon } from '../support/at-noon.ts';
import { aCredential, anAwardRequest, postAwards, revoke } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import {
  loggedHash,
  logKeys,
  naiveRoot,
  newestCheckpoint,
  readLog,
} from '../support/public-log.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
/** Lines that tell of defects. */
const logged: string[] = [];
beforeAll(async () => {
  laurel = await startLaurel({
    clockShiftSeconds: secondsUntilNoon(),
    onLog: (line) => {
      if (line.includes('"defect"')) logged.push(line);
    },
  });
  // With it comes the list of what is revoked, which is logged too.
  await aCredential(laurel);
});
afterAll(() => laurel.stop());

async function publicStore() {
  return laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
}

/** Has every write of a kind fail, as if the signer were killed at it each time, while something is done. */
async function killedAt<Answer>(write: string, work: () => Promise<Answer>): Promise<Answer> {
  const store = await publicStore();
  await store.exec(
    `create trigger killed before ${write} begin select raise(abort, 'killed here'); end`,
  );
  try {
    return await work();
  } finally {
    await store.exec('drop trigger killed');
  }
}

async function count(table: string): Promise<number> {
  const store = await publicStore();
  return (await store.prepare(`select count(*) as rows from ${table}`).first<number>('rows')) ?? 0;
}

/** Nothing waits, the log is what its checkpoint says, and every artefact on record is in it. */
async function expectAllLogged(): Promise<void> {
  const { lines, root, entries } = await readLog(laurel);
  expect(naiveRoot(lines)).toBe(root);
  expect(await count('log_pending')).toBe(0);
  expect(await count('log_entries')).toBe(lines.length);
  const store = await publicStore();
  const { results } = await store
    .prepare(
      `select c.document, c.jose_jwt, c.rsa_jwt, s.artefact, s.salt from credentials c
        left join log_salts s on s.credential = c.id where c.document is not null`,
    )
    .all<Record<string, string>>();
  const known = new Set(entries.map(({ hash }) => hash));
  for (const row of results) {
    const kept = row[row.artefact ?? ''] ?? '';
    const text = row.artefact === 'document' ? kept : wholeJwt(kept, row.document ?? '');
    expect(known.has(loggedHash(text, row.salt)), `${row.artefact} is not logged`).toBe(true);
  }
  expect(results.length).toBe(3 * (await count('credentials where document is not null')));
  await checkSigningRecords(laurel);
}

describe('killed', () => {
  test.each([
    'insert on log_checkpoints',
    'insert on log_entries',
    'insert on log_subtrees',
    'delete on log_pending',
    'update on log_checkpoints',
  ])(
    'at each %s: what was signed is out, waits for the log, and the next run logs it',
    async (write) => {
      const { page } = await killedAt(write, () => aCredential(laurel));
      const before = await verifyBy(laurel, { url: page });
      const { size } = await newestCheckpoint(laurel);

      await laurel.runtime.tick();

      expect(before.verdict).toBe('valid');
      const after = await verifyBy(laurel, { url: page });
      expect(checkIn(after, 'log')).toMatchObject({ finding: 'included' });
      expect((await newestCheckpoint(laurel)).size).toBe(size + 3);
      await expectAllLogged();
    },
  );

  test.each(['insert on log_salts', 'insert on log_pending'])(
    'at each %s: nothing is public yet, and the next run releases it and logs it',
    async (write) => {
      const before = await count('credentials');
      const defects = logged.length;
      await killedAt(write, async () => {
        const recipients = [{ username: `Killed at ${write}` }];
        const accepted = await postAwards(laurel, anAwardRequest({ recipients }));
        expect(accepted.status).toBe(202);
        while (logged.length === defects) await new Promise(setImmediate);
      });
      expect(await count('credentials')).toBe(before);
      await makeIntentsOld();

      await laurel.runtime.tick();
      await laurel.runtime.tick();

      expect(await count('credentials')).toBe(before + 1);
      await expectAllLogged();
    },
  );

  test('at each insert on log_pending: a revocation is published with its entry, or by the next run', async () => {
    const { page, award } = await aCredential(laurel);
    await killedAt('insert on log_pending', () => revoke(laurel, award, { reason: 'duplicate' }));

    await laurel.runtime.tick();

    expect((await verifyBy(laurel, { url: page })).verdict).toBe('revoked');
    await expectAllLogged();
  });

  test('after the tree head was written, before it was signed: the one that stands is signed', async () => {
    const { page } = await killedAt('update on log_checkpoints', () => aCredential(laurel));
    const store = await publicStore();
    const unsigned = await store
      .prepare(
        'select size, root from log_checkpoints where note is null order by size desc limit 1',
      )
      .first<{ size: number; root: string }>();

    await laurel.runtime.tick();

    const { size, root } = await newestCheckpoint(laurel);
    expect({ size, root: Buffer.from(root).toString('base64') }).toEqual(unsigned);
    expect(checkIn(await verifyBy(laurel, { url: page }), 'log')?.finding).toBe('included');
  });
});

/** As if a while had passed since they were recorded. */
async function makeIntentsOld(): Promise<void> {
  const { miniflare } = laurel.runtime;
  const store = await miniflare.getD1Database('PRIVATE', 'laurel-signer');
  await store.exec(
    "update intents set recorded_at_seconds = recorded_at_seconds - 3600 where state = 'recorded'",
  );
}

test('what was signed before there was a log is put there, and found in it', async () => {
  const { page } = await aCredential(laurel);
  const store = await publicStore();
  for (const table of ['entries', 'subtrees', 'checkpoints', 'salts', 'pending']) {
    await store.exec(`delete from log_${table}`);
  }
  await store.exec('update credentials set logged = 0');
  await store.exec('update status_lists set log_hash = null');
  await store.exec('update key_histories set log_hash = null');
  const before = await verifyBy(laurel, { url: page });
  expect(checkIn(before, 'log')).toMatchObject({ result: 'skipped', finding: 'waiting' });
  expect(before.verdict).toBe('valid');

  await laurel.runtime.tick();

  const after = await verifyBy(laurel, { url: page });
  expect(checkIn(after, 'log')).toMatchObject({ finding: 'included' });
  await expectAllLogged();
  const { entries } = await readLog(laurel);
  const published = (await count('status_lists')) + (await count('key_histories'));
  expect(entries.filter(({ kind }) => kind !== 'credential')).toHaveLength(published);
  expect(await logKeys(laurel)).toHaveLength(1);
});
