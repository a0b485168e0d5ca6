import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { RECORD_OWNER } from '@laurel/core/key-owners';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { auditOf, auditOfRunning, dataFolder } from '../support/audited.ts';
import { aCredential, anAwardRequest, postAwards, reportOf } from '../support/awarding.ts';
import { aHeldCredential, anAcceptedAward, makeCredential } from '../support/holding.ts';
import { keyRows } from '../support/keys.ts';
import { KEY_ENCRYPTION_SECRETS, type Laurel } from '../support/laurel.ts';
import { laurelsInTurn } from '../support/laurels-in-turn.ts';
import { makeRecord } from '../support/recording.ts';
import { verifyBy } from '../support/verifying.ts';

const { data, remove } = dataFolder();
const { started, stopAll } = laurelsInTurn();
const persistTo = join(data, 'state');
const another = Buffer.alloc(32, 9).toString('base64url');
const LOST = JSON.stringify({ 2: another });
const ADDED = JSON.stringify({ ...JSON.parse(KEY_ENCRYPTION_SECRETS), 2: another });

let port: number;
let path: string;
let holder: Awaited<ReturnType<typeof aHeldCredential>>;
let shown: Readonly<Record<string, string>>;
const LONG_MS = 240_000;

beforeAll(async () => {
  const laurel = await started({ persistTo });
  port = Number(new URL(laurel.url).port);
  const { page } = await aCredential(laurel);
  path = new URL(page).pathname;
  holder = await aHeldCredential(laurel, 'Bísí of the Ledger');
  await makeRecord(holder.session, [holder.id]);
  await laurel.runtime.tick();
  shown = await bytesShown(laurel);
  await stopAll();
});
afterEach(stopAll);
afterAll(remove);

/** What others verify by, and what they verify. */
async function bytesShown({ url, issuer }: Laurel): Promise<Readonly<Record<string, string>>> {
  const paths = [
    ...[`${path}.json`, `${path}.jwt`, `${path}.jwt?profile=vc-jose`],
    ...[`/issuers/${issuer}/keys.json`, '/.well-known/did.json', '/log/checkpoint'],
  ];
  const answers = paths.map(
    async (one) => [one, await (await fetch(`${url}${one}`)).text()] as const,
  );
  return Object.fromEntries(await Promise.all(answers));
}

function keys(...words: readonly string[]) {
  return spawnSync(process.execPath, ['scripts/keys.ts', ...words], {
    encoding: 'utf8',
    env: { ...process.env, LAUREL_DATA: data },
  });
}

/** Has what waits for its time come up, as it will in a minute or two. */
async function minutesLater(laurel: Laurel): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
  await store.batch([
    store.prepare('update outbox set due_at_seconds = 0, leased_until_seconds = 0'),
    store.prepare(
      "update intents set recorded_at_seconds = recorded_at_seconds - 120 where state = 'recorded'",
    ),
  ]);
  await laurel.runtime.tick();
}

/** The credentials that were about to be signed. */
async function recordedIds(laurel: Laurel): Promise<readonly string[]> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
  const { results } = await store
    .prepare("select credential_id as id from intents where state = 'recorded'")
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** A credential whose RS256 JWT was not made yet when the secret was lost. */
async function withoutToken(laurel: Laurel): Promise<string> {
  const id = path.replace('/c/', '');
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  await store.prepare('update credentials set rsa_jwt = null where id = ?').bind(id).run();
  return id;
}

/** Has what a holder asked for run out while nobody could sign it. */
async function endedMeanwhile(laurel: Laurel): Promise<string> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
  const row = await store
    .prepare(
      `update intents set document = json_set(document,
          '$.validFrom', '2026-01-01T00:00:00Z', '$.validUntil', '2026-02-01T00:00:00Z')
        where state = 'recorded' and record_holder is null and request_key not like 'paper:%'
        returning credential_id as id`,
    )
    .first<{ id: string }>();
  if (row === null) throw new Error('nothing was recorded');
  return row.id;
}

/** The keys that a credential is signed by. */
async function signedBy(laurel: Laurel, id: string) {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  return store
    .prepare('select ed25519_key_id as ed25519, rsa_key_id as rsa from credentials where id = ?')
    .bind(id)
    .first();
}

function signingIds(rows: Awaited<ReturnType<typeof keyRows>>) {
  const idOf = (algorithm: string) =>
    rows.find((one) => one.state === 'signing' && one.algorithm === algorithm)?.id;
  return { ed25519: idOf('Ed25519'), rsa: idOf('RS256') };
}

test(
  'a secret is added: everything goes on, and new keys are sealed under the newest',
  async () => {
    const laurel = await started({ persistTo, port, keyEncryptionSecrets: ADDED });
    const { page } = await aCredential(laurel);
    expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
    expect(keys('rotate', laurel.issuer).status).toBe(0);
    await laurel.runtime.tick();

    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
    const { results } = await store
      .prepare(
        'select secret_version as version, count(*) as count from sealed_keys where owner = ? group by 1 order by 1',
      )
      .bind(laurel.issuer)
      .all();
    expect(results).toEqual([
      { version: 1, count: 2 },
      { version: 2, count: 2 },
    ]);
    expect((await bytesShown(laurel))[`${path}.json`]).toBe(shown[`${path}.json`]);
    await stopAll();
  },
  LONG_MS,
);

test(
  'a secret is lost: whatever was signed is served and verifies, and nothing new is signed or lost',
  async () => {
    const laurel = await started({ persistTo, port, keyEncryptionSecrets: LOST });

    expect(await bytesShown(laurel)).toMatchObject({ [`${path}.json`]: shown[`${path}.json`] });
    for (const body of [
      { url: `${laurel.origin}${path}` },
      { credential: JSON.parse(shown[`${path}.json`] ?? '') },
    ]) {
      expect((await verifyBy(laurel, body)).verdict).toBe('valid');
    }
    const accepted = await postAwards(
      laurel,
      anAwardRequest({ recipients: [{ username: 'Wúràọlá of the Lost Key' }] }),
      { 'idempotency-key': 'while-it-was-lost' },
    );
    expect(accepted.status).toBe(202);
    await minutesLater(laurel);
    expect((await fetch(`${laurel.url}/health`)).status).toBe(503);
    const { batch } = Object(await accepted.json());
    expect((await reportOf(laurel, batch)).counts).toMatchObject({ queued: 1 });

    await expect(
      makeRecord(holder.session, [holder.id], { title: 'While it was lost' }),
    ).rejects.toThrow(/^503: .*Signing was interrupted/s);
    const { award, session } = await anAcceptedAward(laurel, 'Ìdòwú of the Lost Key');
    await expect(makeCredential(session, award)).rejects.toThrow(
      /^503: .*Signing was interrupted/s,
    );
    await stopAll();
  },
  LONG_MS,
);

test(
  'the way back: all keys are retired, the next ones sign, what waited is signed, and what was signed stays valid',
  async () => {
    const laurel = await started({ persistTo, port, keyEncryptionSecrets: LOST });
    const recorded = await recordedIds(laurel);
    // On paper, by a holder, and a learner record.
    expect(recorded).toHaveLength(3);
    const ended = await endedMeanwhile(laurel);
    const token = await withoutToken(laurel);
    expect(keys('secret-lost').status).toBe(64);
    expect(keys('secret-lost', '--retire-all').status).toBe(0);
    await laurel.runtime.tick();
    await minutesLater(laurel);
    await minutesLater(laurel);

    const after = await keyRows(laurel, laurel.issuer);
    expect(after.filter(({ state }) => state === 'signing')).toHaveLength(2);
    const again = await postAwards(
      laurel,
      anAwardRequest({ recipients: [{ username: 'Wúràọlá of the Lost Key' }] }),
      { 'idempotency-key': 'while-it-was-lost' },
    );
    const report = await reportOf(laurel, Object(await again.json()).batch);
    expect(report.counts).toMatchObject({ queued: 0, accepted: 1 });
    for (const url of [`${laurel.origin}${path}`, report.recipients[0]?.credential ?? '']) {
      expect((await verifyBy(laurel, { url })).verdict).toBe('valid');
    }
    // What was recorded for keys that are gone was signed by the next ones, and what a holder was told is kept.
    expect(await recordedIds(laurel)).toEqual([]);
    for (const id of recorded.filter((one) => one !== ended)) {
      const { verdict } = await verifyBy(laurel, { url: `${laurel.origin}/c/${id}` });
      expect(['valid', 'unknown']).toContain(verdict);
    }
    const signers = await Promise.all(recorded.map((id) => signedBy(laurel, id)));
    const ofRecords = signingIds(await keyRows(laurel, RECORD_OWNER));
    expect(signers).toHaveLength(3);
    expect(signers.filter((one) => one?.ed25519 === ofRecords.ed25519)).toEqual([ofRecords]);
    const ofIssuer = signingIds(after);
    expect(signers.filter((one) => one?.ed25519 === ofIssuer.ed25519)).toEqual([
      ...[ofIssuer, ofIssuer],
    ]);
    expect(await signedBy(laurel, token)).toMatchObject({ rsa: signingIds(after).rsa });
    expect((await fetch(`${laurel.url}/c/${token}.jwt`)).status).toBe(200);
    expect(await auditOfRunning(laurel)).toEqual({});
    await stopAll();
    expect(await auditOf(data)).toEqual({});
  },
  LONG_MS,
);
