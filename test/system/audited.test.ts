import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { issuerDid } from '@laurel/core/addresses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHere } from '../../scripts/audit/ask-here.ts';
import { askByWrangler } from '../../scripts/audit/ask-remote.ts';
import { INVARIANTS } from '../../scripts/audit/invariants.ts';
import { SIGNATURES_ARE_GOOD } from '../../scripts/audit/signatures.ts';
import { auditOf, dataFolder, tamper } from '../support/audited.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { makeCredential } from '../support/holding.ts';
import { startLaurel, TEST_ISSUER } from '../support/laurel.ts';
import { liveAsHolder } from '../support/life-as-holder.ts';
import { issuedBy, signingToken } from '../support/vc-api.ts';

const NAME = 'Ẹniọlá of the Ledgers';

const { data, remove } = dataFolder();
beforeAll(async () => {
  const laurel = await startLaurel({ persistTo: join(data, 'state') });
  const { award } = await aCredential(laurel, { disclosure: 'none' });
  await aCredential(laurel);
  await revoke(laurel, award, { reason: 'wrong_person' });
  const session = await liveAsHolder(laurel, NAME);
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

/** A signed credential that nobody revoked or withdrew. */
const LIVE = "(select id from credentials where document is not null and state = 'active' limit 1)";
const HOUR_AGO = 'unixepoch() - 4000';

/** By its name, what breaks each invariant and nothing that its own sentence does not say. */
const BY_HAND: Readonly<Record<string, readonly [store: 'PUBLIC' | 'PRIVATE', sql: string]>> = {
  'batch-is-whole': [
    'PRIVATE',
    'delete from batch_rows where rowid = (select min(rowid) from batch_rows)',
  ],
  'queued-row-has-work': ['PRIVATE', "update batch_rows set state = 'queued' where rowid = 1"],
  'row-tells-its-award': ['PRIVATE', "update batch_rows set state = 'refused' where rowid = 1"],
  'award-has-its-row': ['PRIVATE', "update awards set batch_id = 'another' where rowid = 1"],
  'paper-is-signed': ['PRIVATE', "delete from intents where request_key like 'paper:%'"],
  'one-credential-a-request': [
    'PRIVATE',
    "drop index intents_request_key_unique; update intents set request_key = 'paper:same'",
  ],
  'signed-after-acceptance': [
    'PRIVATE',
    "update awards set state = 'offered', revocation_reason = null",
  ],
  'intent-ended': [
    'PRIVATE',
    `update intents set state = 'recorded', document = '{}', recorded_at_seconds = ${HOUR_AGO}`,
  ],
  'document-intent-ended': [
    'PRIVATE',
    `update document_intents set state = 'recorded', document = '{}', digest = null, recorded_at_seconds = ${HOUR_AGO}`,
  ],
  'document-has-its-status': ['PRIVATE', 'delete from document_intents'],
  'correction-exists': ['PRIVATE', "update awards set superseded_by = 'nothing' where rowid = 1"],
  'work-is-done': [
    'PRIVATE',
    `insert into outbox values ('left', '{"task":"publish_issuer","issuer":"test"}', ${HOUR_AGO}, 0, 1)`,
  ],
  'credential-has-its-intent': ['PRIVATE', `delete from intents where rowid = 1`],
  'intent-has-its-credential': ['PUBLIC', `delete from credentials where id = ${LIVE}`],
  'revoked-as-its-award': [
    'PRIVATE',
    "update awards set state = 'revoked', revocation_reason = 'duplicate' where state = 'accepted'",
  ],
  'place-used-once': [
    'PRIVATE',
    `update intents set (status_list, status_index) =
      (select status_list, status_index from intents where rowid = 1) where rowid = 2`,
  ],
  'bit-tells-the-state': [
    'PUBLIC',
    `update status_entries set set_at_seconds = 1 where (list, entry_index) =
      (select status_list, status_index from credentials where id = ${LIVE})`,
  ],
  'successor-exists': [
    'PUBLIC',
    `update credentials set superseded_by = 'nothing' where id = ${LIVE}`,
  ],
  'endorsed-exists': ['PUBLIC', `update credentials set endorses = 'nothing' where id = ${LIVE}`],
  'achievement-published': ['PUBLIC', 'delete from published_achievements'],
  'key-signed-in-its-time': [
    'PUBLIC',
    "update verification_keys set retired_at_seconds = 1 where algorithm = 'Ed25519'",
  ],
  'rsa-key-known': ['PUBLIC', `update credentials set rsa_key_id = 'nothing' where id = ${LIVE}`],
  'mode-is-kept': [
    'PUBLIC',
    "update credentials set disclosure = 'none' where disclosure = 'account' and document is not null",
  ],
  'bytes-are-whole': [
    'PUBLIC',
    `update credentials set document = json_set(document, '$.id', 'https://laurel.example/c/another')
      where id = ${LIVE}`,
  ],
  'listed-is-public': [
    'PUBLIC',
    "insert into badge_feed values ('nothing', 'Nobody in particular')",
  ],
  'collected-exists': ['PUBLIC', `update collections set members = '["nothing"]'`],
  'salt-leads-somewhere': [
    'PUBLIC',
    'update credentials set document = null where document is not null',
  ],
  'logged-once': [
    'PUBLIC',
    "insert into log_pending select null, 'key', hash from log_entries limit 1",
  ],
  'newest-checkpoint-signed': [
    'PUBLIC',
    `update log_checkpoints set note = null, made_at_seconds = ${HOUR_AGO}`,
  ],
  'list-is-published': [
    'PUBLIC',
    `update status_entries set set_at_seconds = ${HOUR_AGO} where set_at_seconds is not null;
      update status_lists set changes = changes + 1`,
  ],
  'list-shows-its-entries': [
    'PUBLIC',
    'update status_entries set set_at_seconds = null where set_at_seconds is not null',
  ],
  'signature-is-logged': ['PUBLIC', `delete from log_salts where credential = ${LIVE}`],
  'published-is-logged': ['PUBLIC', "update key_histories set document = document || ' '"],
  'log-is-whole': ['PUBLIC', "update log_entries set kind = 'key' where kind = 'credential'"],
  'key-has-both-halves': ['PRIVATE', 'delete from sealed_keys'],
  'undisclosed-is-nameless': [
    'PUBLIC',
    `update credentials set document = json_set(document, '$.credentialSubject.narrative', 'Given to ${NAME}.')
      where disclosure = 'none'`,
  ],
  'signature-is-good': [
    'PUBLIC',
    `update credentials set document = json_set(document, '$.name', 'Another') where id = ${LIVE}`,
  ],
};

test('every invariant is broken by hand below', () => {
  const names = [...INVARIANTS, SIGNATURES_ARE_GOOD].map(({ name }) => name);
  expect(Object.keys(BY_HAND).sort()).toEqual([...names].sort());
});

describe('whatever is broken by hand is told, by its name and its ids', () => {
  test.each(Object.entries(BY_HAND))('%s', async (name, [store, sql]) => {
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
  const [store, sql] = BY_HAND['undisclosed-is-nameless'] ?? ['PUBLIC', ''];
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
  const here = askHere(data);
  try {
    const wrangler = askByWrangler(['--local', '--persist-to', kept.data]);
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
