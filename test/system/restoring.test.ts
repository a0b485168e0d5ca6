import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { databasesHere } from '../../scripts/audit/ask-here.ts';
import { makeBackup } from '../../scripts/backup/make-backup.ts';
import { auditOf, dataFolder, tamper } from '../support/audited.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { bytesShown } from '../support/bytes-shown.ts';
import { everyRow } from '../support/every-row.ts';
import type { Laurel } from '../support/laurel.ts';
import { laurelsInTurn } from '../support/laurels-in-turn.ts';
import { liveAsHolder } from '../support/life-as-holder.ts';
import { verifyBy } from '../support/verifying.ts';

const { data, remove } = dataFolder();
const { started, stopAll } = laurelsInTurn();
const state = join(data, 'state');
const backup = join(data, 'backup');
const deployed = join(data, 'wrangler.deploy.jsonc');

let port: number;
let rows: readonly Readonly<Record<string, unknown>>[];
let shown: Readonly<Record<string, string>>;
let revoked: string;
beforeAll(async () => {
  const laurel = await started({ persistTo: state });
  port = Number(new URL(laurel.url).port);
  const { page, award } = await aCredential(laurel);
  await revoke(laurel, award, { reason: 'wrong_person' });
  revoked = page;
  await aCredential(laurel);
  await liveAsHolder(laurel, 'Olúwaṣeun of the Two Copies');
  await laurel.runtime.tick();
  expect(command('backup', backup)).toMatchObject({ status: 0 });
  rows = await everything(laurel);
  shown = await bytesShown(laurel);
  await stopAll();
});
afterEach(stopAll);
afterAll(remove);

function command(name: 'backup' | 'restore', ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${name}.ts`, ...words], {
    encoding: 'utf8',
    // Whatever other tests deploy from here is no concern of this.
    env: { ...process.env, LAUREL_DATA: data, LAUREL_DEPLOYED_SIGNER: deployed },
  });
  return { status, stdout, stderr };
}

async function everything({ runtime }: Laurel) {
  const stores = ['PUBLIC', 'PRIVATE'] as const;
  return Promise.all(
    stores.map(async (store) =>
      everyRow(await runtime.miniflare.getD1Database(store, 'laurel-signer')),
    ),
  );
}

test('a backup is for whoever made it alone, and holds no secret', () => {
  for (const file of ['public.sql', 'private.sql', 'backup.json']) {
    expect(statSync(join(backup, file)).mode & 0o777).toBe(0o600);
  }
  expect(statSync(backup).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(backup, 'private.sql'), 'utf8')).not.toContain(
    Buffer.alloc(32, 7).toString('base64url'),
  );
});

test('wiped and restored, everything is as it was, byte for byte, verifies, and goes on', async () => {
  // Another Laurel on the same data, without anything of the first.
  for (const store of ['PUBLIC', 'PRIVATE'] as const) {
    tamper(
      data,
      store,
      store === 'PUBLIC'
        ? 'delete from credentials; delete from log_entries'
        : 'delete from intents; delete from sealed_keys',
    );
  }
  expect(Object.keys(await auditOf(data)).length).toBeGreaterThan(0);

  expect(command('restore', backup, '--replace')).toMatchObject({ status: 0 });

  expect(await auditOf(data)).toEqual({});
  const laurel = await started({ persistTo: state, port });
  expect(await bytesShown(laurel)).toEqual(shown);
  for (const path of Object.keys(shown).filter(
    (one) => one.endsWith('.json') && one.startsWith('/c/'),
  )) {
    const page = `${laurel.url}${path.replace('.json', '')}`;
    const { verdict } = await verifyBy(laurel, { url: page });
    expect([path, verdict]).toEqual([path, page === revoked ? 'revoked' : verdict]);
    expect(['valid', 'revoked', 'superseded']).toContain(verdict);
  }
  const { page } = await aCredential(laurel);
  expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
  await stopAll();
  expect(await auditOf(data)).toEqual({});
});

/** Grants and a token of the demonstration, which the trail tells. */
const MADE_AT_EACH_START = ['grants', 'tokens', 'audit', 'audit_people'];

test('every row of every table is restored, with its generated columns and its indexes', async () => {
  expect(command('restore', backup, '--replace').status).toBe(0);
  const laurel = await started({ persistTo: state, port });
  const [publicRows, privateRows] = await everything(laurel);
  const [publicBefore, privateBefore] = rows;
  expect(publicRows).toEqual(publicBefore);
  for (const [table, before] of Object.entries(privateBefore ?? {})) {
    if (!MADE_AT_EACH_START.includes(table)) expect(privateRows?.[table], table).toEqual(before);
  }
  await stopAll();
});

test('what D1 itself exports is restored by the same command', async () => {
  const laurel = await started({ persistTo: state, port });
  const exported = join(data, 'exported');
  const databases = databasesHere(data);
  const wrote = await makeBackup(exported, databases, async (store, file) => {
    const database = await laurel.runtime.miniflare.getD1Database(store, 'laurel-signer');
    // What `wrangler d1 export` asks the database for.
    const [lines] = await database.prepare('PRAGMA miniflare_d1_export(?,?,?);').bind(0, 0).raw();
    writeFileSync(file, Array.isArray(lines) ? lines.join('\n') : '');
  });
  databases.close();
  expect(wrote).toBe(true);
  await stopAll();
  tamper(data, 'PUBLIC', 'delete from credentials');

  expect(command('restore', exported, '--replace')).toMatchObject({ status: 0 });

  expect(await auditOf(data)).toEqual({});
  const again = await started({ persistTo: state, port });
  expect(await bytesShown(again)).toMatchObject(shown);
  await stopAll();
});

test.each([
  [['nowhere', '--replace'], 1, 'is no backup'],
  [[], 64, 'npm run restore'],
  [[backup], 64, 'npm run restore'],
])('called as %s it restores nothing', (words, status, said) => {
  expect(command('restore', ...words)).toMatchObject({
    status,
    stderr: expect.stringContaining(said),
  });
});

test('for a deployment it prints the commands', () => {
  expect(command('restore', backup, '--remote').stdout).toMatch(
    /^npx wrangler d1 execute PUBLIC --remote .*public\.sql"\nnpx wrangler d1 execute PRIVATE --remote .*private\.sql"\n$/,
  );
});

test('a backup does not write over another one, nor over anything', () => {
  expect(command('backup', backup)).toMatchObject({ status: 64 });
});

test('a backup that was changed or cut off since is refused, and nothing is touched', async () => {
  appendFileSync(join(backup, 'public.sql'), '\n');
  expect(command('restore', backup, '--replace')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('not what was backed up'),
  });
  expect(await auditOf(data)).toEqual({});
});
