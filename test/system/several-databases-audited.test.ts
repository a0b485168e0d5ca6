import { spawnSync } from 'node:child_process';
import { cpSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseHere, localId, type Store } from '../../development/state-files.ts';
import { databasesByWrangler } from '../../scripts/audit/ask-remote.ts';
import { COLLECTED_EXISTS } from '../../scripts/audit/collected.ts';
import type { Invariant } from '../../scripts/audit/invariant.ts';
import { BETWEEN_DATABASES, INVARIANTS } from '../../scripts/audit/invariants.ts';
import { SIGNATURES_ARE_GOOD } from '../../scripts/audit/signatures.ts';
import { auditOf, dataFolder, tamper } from '../support/audited.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { BROKEN_BY_HAND, UNDISCLOSED } from '../support/broken-by-hand.ts';
import { anEndorsement } from '../support/endorsing.ts';
import { aHeldCredential, makeCredential } from '../support/holding.ts';
import { liveAsHolder } from '../support/life-as-holder.ts';
import { startSpreadLaurel } from '../support/several-databases.ts';
import { aCollection, switchLink } from '../support/showing.ts';

const PUBLIC_STORES = ['PUBLIC', 'PUBLIC_2', 'PUBLIC_3'] as const;

const { data, remove } = dataFolder();
beforeAll(async () => {
  const { laurel, issuers } = await startSpreadLaurel({ persistTo: join(data, 'state') });
  const ids = [];
  for (const [at, issuer] of issuers.entries()) {
    const { award } = await aCredential(issuer, { disclosure: 'none' });
    await aCredential(issuer);
    await revoke(issuer, award, { reason: 'wrong_person' });
    const held = await aHeldCredential(issuer, UNDISCLOSED);
    await makeCredential(held.session, held.award, { disclosure: 'none' });
    await switchLink(held.session, held.id, 'on');
    await anEndorsement(issuer, held, `Emeka ${at} of Onitsha`);
    ids.push(held.id);
    if (at === 2) await aCollection(held.session, ids);
  }
  await liveAsHolder(laurel, 'Ìdòwú of the Ledgers');
  await laurel.runtime.tick();
  await laurel.stop();
});
afterAll(remove);

type Broken = readonly (readonly [store: Store, sql: string])[];

/** What is told of the same data with something wrong in it. */
async function toldOf(broken: Broken, invariants?: readonly Invariant[]) {
  const copy = dataFolder();
  try {
    cpSync(data, copy.data, { recursive: true });
    for (const [store, sql] of broken) tamper(copy.data, store, sql);
    return await auditOf(copy.data, invariants);
  } finally {
    copy.remove();
  }
}

function commandOn(folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/audit.ts'], {
    encoding: 'utf8',
    env: { ...process.env, LAUREL_DATA: folder },
  });
  return { status, stdout, stderr };
}

test('after a life in all of them everything holds, and the command says over which it looked', async () => {
  expect(await auditOf(data)).toEqual({});
  const { status, stdout } = commandOn(data);
  expect(stdout).toContain('PUBLIC is spread over PUBLIC, PUBLIC_2, PUBLIC_3.');
  expect(stdout).toContain('All of it holds.');
  expect(status).toBe(0);
});

/** What holds of the service itself, which is in the first database, or of its lists alone. */
const OF_FIRST = ['collected-exists', 'directory-leads-somewhere'];

const OF_EACH = Object.entries(BROKEN_BY_HAND).flatMap(([name, [store, sql]]) =>
  store === 'PUBLIC' && !OF_FIRST.includes(name) ? [{ name, sql }] : [],
);

describe.each(['PUBLIC_2', 'PUBLIC_3'] as const)('broken by hand in %s', (store) => {
  test.each(OF_EACH)('$name is told, and where', async ({ name, sql }) => {
    const invariant = [...INVARIANTS, SIGNATURES_ARE_GOOD].find((one) => one.name === name);
    if (invariant === undefined) throw new Error(name);
    // A checkpoint of another log than the first is broken by the name of the first.
    const broken = sql.replace("'/log', '/log/2'", "'/log/', '/log/9'");

    const told = (await toldOf([[store, broken]], [invariant]))[name] ?? [];

    expect(told.length).toBeGreaterThan(0);
    // A credential that is gone is missed by its intent, which is in no database of PUBLIC.
    if (name !== 'intent-has-its-credential') {
      for (const id of told) expect(id).toMatch(new RegExp(`^${store} `));
    }
  });
});

const LOGGED_TWICE = "insert into log_entries values (1000000, 'key', 0, 'same')";
const OLD_KEYS = 'update verification_keys set created_at_seconds = 1, signs_from_seconds = 0';

/** What breaks each of what holds between them, and what is told of it. */
const BETWEEN_BY_HAND: Readonly<Record<string, { broken: Broken; told: RegExp }>> = {
  'issuer-is-at-home': {
    broken: [
      ['PUBLIC', 'update issuer_databases set database_number = 3 where database_number = 2'],
    ],
    told: /^PUBLIC_2 /,
  },
  'first-alone-has': {
    broken: [['PUBLIC_3', "insert into collections values ('nobody', '', '', '[]', 0, 0)"]],
    told: /^PUBLIC_3 collections nobody$/,
  },
  'id-leads-to-its-database': {
    // Ids that begin so are looked for in the first and the second.
    broken: [['PUBLIC_3', "update credentials set id = '1' || substr(id, 2)"]],
    told: /^PUBLIC_3 credentials 1/,
  },
  'in-one-database': {
    broken: [
      ['PUBLIC', LOGGED_TWICE],
      ['PUBLIC_3', LOGGED_TWICE],
    ],
    told: /^PUBLIC and PUBLIC_3 log_entries same$/,
  },
  'service-keys-are-copied': {
    broken: [
      ...PUBLIC_STORES.map((store) => [store, OLD_KEYS] as const),
      ['PUBLIC_3', "update verification_keys set compromised_at_seconds = 1 where owner = '/log'"],
    ],
    told: /^PUBLIC_3 \w{17}$/,
  },
};

test('everything between them is broken by hand below', () => {
  const names = BETWEEN_DATABASES.map(({ name }) => name);
  expect(Object.keys(BETWEEN_BY_HAND).sort()).toEqual([...names].sort());
});

test.each(Object.entries(BETWEEN_BY_HAND))('%s is told, and where', async (name, of) => {
  const told = (await toldOf(of.broken, BETWEEN_DATABASES))[name] ?? [];
  expect(told.length).toBeGreaterThan(0);
  for (const id of told) expect(id).toMatch(of.told);
});

test.each([
  { table: 'issuers', key: 'slug', is: 'true' },
  { table: 'credentials', key: 'id', is: 'true' },
  { table: 'status_lists', key: 'id', is: 'true' },
  { table: 'published_achievements', key: 'id', is: 'true' },
  { table: 'verification_keys', key: 'id', is: "owner <> '' and owner not like '/%'" },
])('the same key of $table in two of them is told', async ({ table, key, is }) => {
  const sql = `update ${table} set ${key} = 'same' where rowid = (select max(rowid) from ${table} where ${is})`;
  const broken: Broken = [
    ['PUBLIC_2', sql],
    ['PUBLIC_3', sql],
  ];

  const told = await toldOf(broken, BETWEEN_DATABASES);

  expect(told['in-one-database']).toEqual([`PUBLIC_2 and PUBLIC_3 ${table} same`]);
});

test('a collection that lost what another database had is told', async () => {
  const told = await toldOf([['PUBLIC_3', 'delete from credentials']], [COLLECTED_EXISTS]);
  expect(told).toEqual({ 'collected-exists': [expect.stringMatching(/^\w{17}$/)] });
});

test('a key of the service that was made just now is not missed yet', async () => {
  const broken: Broken = [['PUBLIC_3', "delete from verification_keys where owner = '/log'"]];
  expect(await toldOf(broken, BETWEEN_DATABASES)).toEqual({});
});

test('two that stand in the place of one another are told by their logs, their ids and the directory', async () => {
  const copy = dataFolder();
  cpSync(data, copy.data, { recursive: true });
  const [second, third] = (['PUBLIC_2', 'PUBLIC_3'] as const).map((store) => {
    const database = databaseHere(copy.data, store);
    const file = database.location() ?? '';
    database.close();
    return file;
  });
  renameSync(second ?? '', join(copy.data, 'second'));
  renameSync(third ?? '', second ?? '');
  renameSync(join(copy.data, 'second'), third ?? '');

  const told = Object.keys(await auditOf(copy.data));
  copy.remove();

  expect(told).toEqual(
    expect.arrayContaining([
      ...['checkpoint-names-its-log', 'issuer-is-at-home', 'id-leads-to-its-database'],
    ]),
  );
});

test('where one is missing the command does not say that all is well', () => {
  const copy = dataFolder();
  cpSync(data, copy.data, { recursive: true });
  const second = databaseHere(copy.data, 'PUBLIC_2');
  const file = second.location() ?? '';
  second.close();
  rmSync(file);

  const { status, stderr } = commandOn(copy.data);
  copy.remove();

  expect(stderr).toContain('PUBLIC_2 is missing');
  expect(status).toBe(2);
});

test('a deployment with several is asked by wrangler, each by the name that it is bound as', async () => {
  const kept = dataFolder();
  symlinkSync(join(data, 'state'), join(kept.data, 'v3'));
  const configuration = join(kept.data, 'wrangler.json');
  const bound = [...PUBLIC_STORES, 'PRIVATE'] as const;
  const d1_databases = bound.map((binding) => ({
    binding,
    database_name: binding.toLowerCase(),
    database_id: localId(binding),
  }));
  writeFileSync(configuration, JSON.stringify({ name: 'laurel-signer', d1_databases }));

  const databases = databasesByWrangler(['--local', '--persist-to', kept.data], configuration);
  const found = [];
  for (const store of databases.publicStores) {
    found.push(
      ...(await databases.ask(
        store,
        'select max(size) as size, max(note) as note from log_checkpoints',
      )),
    );
  }
  kept.remove();

  expect(databases.publicStores).toEqual(PUBLIC_STORES);
  expect(found.map(({ note }) => /\/log(?:\/\d)?(?=\n)/.exec(String(note))?.[0])).toEqual([
    ...['/log', '/log/2', '/log/3'],
  ]);
});
