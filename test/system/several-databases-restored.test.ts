import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { databaseHere } from '../../development/state-files.ts';
import { databasesHere } from '../../scripts/audit/ask-here.ts';
import { makeBackup } from '../../scripts/backup/make-backup.ts';
import { auditOf, dataFolder, tamper } from '../support/audited.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { bytesShown } from '../support/bytes-shown.ts';
import { laurelsInTurn } from '../support/laurels-in-turn.ts';
import { startSpreadLaurel } from '../support/several-databases.ts';
import { verifyBy } from '../support/verifying.ts';

const PUBLIC_STORES = ['PUBLIC', 'PUBLIC_2', 'PUBLIC_3'] as const;

const { data, remove } = dataFolder();
const { started, stopAll } = laurelsInTurn();
const state = join(data, 'state');
const backup = join(data, 'backup');
const configuration = join(data, 'wrangler.json');

let port: number;
let shown: Readonly<Record<string, string>>;
const signed: { page: string; verdict: string; issuer: string }[] = [];
let tokens: readonly { issuer: string; token: string }[];
beforeAll(async () => {
  const { laurel, issuers } = await startSpreadLaurel({ persistTo: state });
  port = Number(new URL(laurel.url).port);
  for (const one of issuers) {
    const { page } = await aCredential(one);
    const other = await aCredential(one);
    await revoke(one, other.award, { reason: 'wrong_person' });
    signed.push(
      { page, verdict: 'valid', issuer: one.issuer },
      { page: other.page, verdict: 'revoked', issuer: one.issuer },
    );
  }
  tokens = issuers.map(({ issuer, token }) => ({ issuer, token }));
  await laurel.runtime.tick();
  expect(command('backup', [backup])).toMatchObject({ status: 0 });
  shown = await bytesShown(laurel);
  await laurel.stop();
});
afterEach(stopAll);
afterAll(remove);

function command(name: 'backup' | 'restore' | 'keys', words: readonly string[], folder = data) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${name}.ts`, ...words], {
    encoding: 'utf8',
    env: { ...process.env, LAUREL_DATA: folder, LAUREL_DEPLOYED_SIGNER: configuration },
  });
  return { status, stdout, stderr };
}

/** A configuration of the signer for a deployment over as many databases. */
function deployedOver(count: number): void {
  const d1_databases = [...PUBLIC_STORES.slice(0, count), 'PRIVATE'].map((binding) => ({
    binding,
  }));
  writeFileSync(configuration, JSON.stringify({ d1_databases }, null, 2));
}

/** A copy of the backup with something wrong with it. */
function changedBackup(change: (folder: string) => void): string {
  const folder = join(data, `changed-${Math.random()}`);
  cpSync(backup, folder, { recursive: true });
  change(folder);
  return folder;
}

test('a backup has every database in a file of its own, and says which', () => {
  expect(readdirSync(backup).sort()).toEqual([
    ...['backup.json', 'private.sql', 'public-2.sql', 'public-3.sql', 'public.sql'],
  ]);
  const { digests } = JSON.parse(readFileSync(join(backup, 'backup.json'), 'utf8'));
  expect(Object.keys(digests)).toEqual([...PUBLIC_STORES, 'PRIVATE']);
});

test('wiped and restored, all of them are as they were, byte for byte, verify, and go on', async () => {
  for (const store of PUBLIC_STORES) {
    tamper(
      data,
      store,
      'delete from credentials; delete from log_entries; delete from status_lists',
    );
  }
  tamper(data, 'PUBLIC', 'delete from issuer_databases');
  tamper(data, 'PRIVATE', 'delete from intents; delete from sealed_keys');
  expect(Object.keys(await auditOf(data)).length).toBeGreaterThan(0);

  expect(command('restore', [backup, '--replace'])).toMatchObject({ status: 0 });

  expect(await auditOf(data)).toEqual({});
  const laurel = await started({ persistTo: state, port, publicDatabases: 3 });
  expect(await bytesShown(laurel)).toEqual(shown);
  for (const { page, verdict } of signed) {
    expect(await verifyBy(laurel, { url: page })).toMatchObject({ verdict });
  }
  for (const one of tokens) {
    const { page } = await aCredential({ ...laurel, ...one });
    expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
  }
  await stopAll();
  expect(await auditOf(data)).toEqual({});
});

test('what is written into any of them while it is copied is noticed', async () => {
  const writing = async (times: number) => {
    const databases = databasesHere(data);
    let left = times;
    const wrote = await makeBackup(
      join(data, `noticed-${times}`),
      databases,
      async (store, file) => {
        writeFileSync(file, '');
        if (store !== 'PRIVATE' || left === 0) return;
        left -= 1;
        tamper(data, 'PUBLIC_3', 'update status_lists set drawn = drawn + 1');
      },
    );
    databases.close();
    return wrote;
  };

  expect(await writing(1)).toBe(true);
  expect(await writing(100)).toBe(false);
});

test.each([
  {
    wrong: 'a file that is gone',
    change: (folder: string) => rmSync(join(folder, 'public-2.sql')),
    told: 'public-2.sql is missing: the backup is of PUBLIC, PUBLIC_2, PUBLIC_3, PRIVATE.',
  },
  {
    wrong: 'a database that was left out',
    change: (folder: string) => {
      const file = join(folder, 'backup.json');
      const { digests, ...said } = JSON.parse(readFileSync(file, 'utf8'));
      const { PUBLIC_2: _, ...others } = digests;
      writeFileSync(file, JSON.stringify({ ...said, digests: others }));
    },
    told: 'backup.json names PUBLIC, PUBLIC_3, PRIVATE, and no PUBLIC_2.',
  },
  {
    wrong: 'one database in the place of another',
    change: (folder: string) => cpSync(join(folder, 'public-2.sql'), join(folder, 'public-3.sql')),
    told: 'public-3.sql is not what was backed up',
  },
])('a backup with $wrong is refused, and nothing is touched', async ({ change, told }) => {
  const folder = changedBackup(change);

  for (const how of ['--replace', '--remote']) {
    expect(command('restore', [folder, how])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining(told),
    });
  }

  expect(await auditOf(data)).toEqual({});
});

test('it is restored into as many as it was made of, and the refusal says how to have them', async () => {
  const fewer = dataFolder();
  cpSync(state, join(fewer.data, 'state'), { recursive: true });
  const third = databaseHere(fewer.data, 'PUBLIC_3');
  const file = third.location() ?? '';
  third.close();
  rmSync(file);
  const small = join(data, 'of-two');
  const { status: refused, stderr } = command('backup', [small], fewer.data);
  expect(stderr).toMatch(/^The directory has \w+ in 3, and only PUBLIC, PUBLIC_2 are known here\./);
  expect(refused).toBe(1);
  tamper(fewer.data, 'PUBLIC', 'delete from issuer_databases where database_number = 3');
  expect(command('backup', [small], fewer.data)).toMatchObject({ status: 0 });

  const intoFewer = command('restore', [backup, '--replace'], fewer.data);
  const intoMore = command('restore', [small, '--replace']);
  fewer.remove();

  expect(intoFewer).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /over 3 databases, and here it is over 2 databases\. LAUREL_PUBLIC_DATABASES=3 npm start/,
    ),
  });
  expect(intoMore).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /over 2 databases, and here it is over 3 databases\. .*LAUREL_DATA/,
    ),
  });
  expect(await auditOf(data)).toEqual({});
});

test('for a deployment it prints a command for each, and refuses one with another number', () => {
  deployedOver(3);
  expect(command('restore', [backup, '--remote']).stdout.match(/d1 execute \w+ .*sql"$/gm)).toEqual(
    [...PUBLIC_STORES, 'PRIVATE'].map((store) =>
      expect.stringMatching(
        new RegExp(`^d1 execute ${store} .*/${store.toLowerCase().replace('_', '-')}\\.sql"$`),
      ),
    ),
  );

  deployedOver(2);
  expect(command('restore', [backup, '--remote'])).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('"publicDatabases": 3'),
  });
});

test('keys are listed for each of them, here and for a deployment', () => {
  const { stdout } = command('keys', ['list']);
  for (const { issuer } of tokens) expect(stdout).toContain(issuer);
  expect(stdout.match(/^PUBLIC\w*$/gm)).toEqual(PUBLIC_STORES);

  deployedOver(3);
  const remote = command('keys', ['list', '--remote']).stdout;
  expect(remote.match(/d1 execute \w+/g)).toEqual(
    [...PUBLIC_STORES, 'PRIVATE'].map((store) => `d1 execute ${store}`),
  );
});

test('where nobody wrote which databases there are, no list of some of them is printed', () => {
  rmSync(configuration, { force: true });
  expect(command('keys', ['secret-lost', '--retire-all', '--remote'])).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('npm run deploy -- --dry-run writes it'),
  });
});

test('after a lost secret all keys of all of them are retired, and the next ones sign', async () => {
  expect(command('keys', ['secret-lost', '--retire-all']).status).toBe(0);
  for (const store of PUBLIC_STORES) {
    const database = databaseHere(data, store);
    const left = 'select count(*) as count from verification_keys where retired_at_seconds is null';
    expect(database.prepare(left).get()).toEqual({ count: 0 });
    database.close();
  }
  const lost = JSON.stringify({ 2: Buffer.alloc(32, 9).toString('base64url') });
  const laurel = await started({
    ...{ persistTo: state, port, publicDatabases: 3, keyEncryptionSecrets: lost },
  });
  await laurel.runtime.tick();
  for (const one of tokens) {
    const { page } = await aCredential({ ...laurel, ...one });
    expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
  }
  for (const { page, verdict } of signed) {
    expect(await verifyBy(laurel, { url: page })).toMatchObject({ verdict });
  }
  await stopAll();
  expect(await auditOf(data)).toEqual({});
});
