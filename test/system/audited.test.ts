import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { issuerDid } from '@laurel/core/addresses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databasesHere } from '../../scripts/audit/ask-here.ts';
import { databasesByWrangler } from '../../scripts/audit/ask-remote.ts';
import { BETWEEN_DATABASES, INVARIANTS } from '../../scripts/audit/invariants.ts';
import { SIGNATURES_ARE_GOOD } from '../../scripts/audit/signatures.ts';
import { auditOf, dataFolder, tamper } from '../support/audited.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { BROKEN_BY_HAND, UNDISCLOSED } from '../support/broken-by-hand.ts';
import { makeCredential } from '../support/holding.ts';
import { startLaurel, TEST_ISSUER } from '../support/laurel.ts';
import { liveAsHolder } from '../support/life-as-holder.ts';
import { issuedBy, signingToken } from '../support/vc-api.ts';

const { data, remove } = dataFolder();
beforeAll(async () => {
  const laurel = await startLaurel({ persistTo: join(data, 'state') });
  const { award } = await aCredential(laurel, { disclosure: 'none' });
  await aCredential(laurel);
  await revoke(laurel, award, { reason: 'wrong_person' });
  const session = await liveAsHolder(laurel, UNDISCLOSED);
  const [, owned = ''] = /\/me\/awards\/(\w+)/.exec(await (await session.get('/me')).text()) ?? [];
  await session.post(`/me/credentials/${await makeCredential(session, owned)}/withdraw`);
  await issuedBy(
    laurel,
    await signingToken(laurel),
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: issuerDid(laurel.origin, TEST_ISSUER.slug),
      credentialSubject: { id: 'urn:uuid:00000000-0000-4000-8000-000000000001' },
    },
    { credentialStatus: [{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation' }] },
  );
  await laurel.runtime.tick();
  await laurel.stop();
});
afterAll(remove);

/** What `npm run audit` prints, and its exit code. */
function commandOn(folder: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/audit.ts', '--signatures', ...words],
    { encoding: 'utf8', env: { ...process.env, LAUREL_DATA: folder } },
  );
  return { status, stdout, stderr };
}

/** The same data, with something wrong in it. */
function brokenCopy(store: 'PUBLIC' | 'PRIVATE', sql: string) {
  const copy = dataFolder();
  cpSync(data, copy.data, { recursive: true });
  tamper(copy.data, store, sql);
  return copy;
}

test('after a life with everything in it all of it holds, and the command ends with 0', () => {
  const { status, stdout } = commandOn(data);

  expect(stdout).toContain('All of it holds.');
  expect(status).toBe(0);
  expect(stdout.match(/^✓ /gm)).toHaveLength(INVARIANTS.length + 1);
});

test('every invariant is broken by hand, but for those between several databases of PUBLIC', () => {
  const names = [...INVARIANTS, SIGNATURES_ARE_GOOD]
    .filter((invariant) => !BETWEEN_DATABASES.includes(invariant))
    .map(({ name }) => name);
  expect(Object.keys(BROKEN_BY_HAND).sort()).toEqual([...names].sort());
});

describe('whatever is broken by hand is told, by its name and its ids', () => {
  test.each(Object.entries(BROKEN_BY_HAND))('%s', async (name, [store, sql]) => {
    const copy = brokenCopy(store, sql);
    try {
      const broken = await auditOf(copy.data);
      expect(broken[name]?.length).toBeGreaterThan(0);
    } finally {
      copy.remove();
    }
  });
});

test.each([
  ['the log', 'PUBLIC', 'delete from log_entries where entry_index = 3'],
  [
    'a subtree',
    'PUBLIC',
    'update log_subtrees set hash = (select root from log_checkpoints limit 1) where level = 1',
  ],
  [
    'a checkpoint',
    'PUBLIC',
    'update log_checkpoints set root = (select hash from log_entries limit 1)',
  ],
] as const)('what was taken out of or changed in %s is told', async (_, store, sql) => {
  const copy = brokenCopy(store, sql);
  try {
    expect(Object.keys(await auditOf(copy.data))).toContain('log-is-whole');
  } finally {
    copy.remove();
  }
});

test('the command tells what is broken without anybody’s name, and ends with 1', () => {
  const [store, sql] = BROKEN_BY_HAND['undisclosed-is-nameless'] ?? ['PUBLIC', ''];
  const copy = brokenCopy(store, sql);
  try {
    const { status, stdout, stderr } = commandOn(copy.data);
    expect(status).toBe(1);
    expect(stdout).toMatch(/✕ undisclosed-is-nameless: .*\n {2}broken by \d+: \w{17}/);
    expect(stdout + stderr).not.toContain('Ẹniọlá');
  } finally {
    copy.remove();
  }
});

test.each([
  { words: ['--somewhere'], status: 64 },
  { words: ['--local'], status: 64 },
  { words: ['--local', '--remote', '--persist-to', 'x'], status: 64 },
])('called as $words it says how it is called', ({ words, status }) => {
  const answer = commandOn(data, ...words);
  expect(answer).toMatchObject({ status, stderr: expect.stringContaining('npm run audit') });
});

test('a deployment is asked by wrangler, and answers the same', async () => {
  const kept = dataFolder();
  // Where wrangler keeps local databases in a folder that it is given.
  symlinkSync(join(data, 'state'), join(kept.data, 'v3'));
  const sql = `select id, status_index, superseded_by, 'of two words' as words
    from credentials order by id limit 3`;
  const here = databasesHere(data);
  try {
    const { ask: wrangler } = databasesByWrangler(
      ['--local', '--persist-to', kept.data],
      'services/signer/wrangler.toml',
    );
    const rows = await wrangler('PUBLIC', sql);
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(await here.ask('PUBLIC', sql));
    await expect(wrangler('PRIVATE', 'select nothing from nowhere')).rejects.toThrow();
  } finally {
    here.close();
    kept.remove();
  }
});

test('where there is nothing to look at it does not say that all is well', () => {
  expect(commandOn(join(data, 'nowhere')).status).toBe(2);
});
