import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { didWeb } from '@laurel/core/did';
import { readProof } from '@laurel/log/proof-text';
import { readBundle } from '@laurel/offline/bundle';
import { MAX_PUBLIC_DATABASES } from '@laurel/store/directory/public-bindings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tick } from '../../services/signer/src/cron.ts';
import { type SignerEnv, signingFor } from '../../services/signer/src/env.ts';
import { lookAtParts } from '../../services/signer/src/health/look-at-parts.ts';
import { createApp } from '../../services/verifier/src/app.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { aHeldCredential } from '../support/holding.ts';
import { NO_COUNTERS } from '../support/no-counters.ts';
import { loggedHash, naiveRoot, readLog } from '../support/public-log.ts';
import { countsIn, type SpreadLaurel, startSpreadLaurel } from '../support/several-databases.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { issuedBy, postVcApi, signingToken } from '../support/vc-api.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';
import { watched } from '../support/watched-database.ts';

const directory = mkdtempSync(join(tmpdir(), 'laurel-databases-'));

let spread: SpreadLaurel;
beforeAll(async () => {
  spread = await startSpreadLaurel();
});
afterAll(async () => {
  await spread.laurel.stop();
  rmSync(directory, { recursive: true });
});

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } });
  expect(answer.status, address).toBe(200);
  return answer.text();
}

function idOf(page: string): string {
  return page.slice(page.lastIndexOf('/') + 1);
}

/** What a command of ours says, without its arguments' files being anywhere but in a folder of its own. */
function said(script: string, ...parameters: readonly string[]) {
  return new Promise<{ readonly code: number; readonly printed: string }>((done) => {
    execFile(process.execPath, [script, ...parameters], (error, printed, failed) =>
      done({ code: error === null ? 0 : Number(error.code), printed: `${printed}${failed}` }),
    );
  });
}

function file(name: string, content: string): string {
  writeFileSync(join(directory, name), content);
  return join(directory, name);
}

/** Statements, without the calls that send several together. */
function statementsIn(asked: readonly string[]): number {
  return asked.filter((one) => one !== 'batch').length;
}

test('all that is signed for an issuer is in its own database, and nothing of it in another', async () => {
  for (const [at, issuer] of spread.issuers.entries()) {
    const { page } = await aCredential(issuer);
    const counts = await countsIn(issuer, 'credentials', `id = '${idOf(page)}'`);
    expect(counts).toEqual([0, 1, 2].map((other) => Number(other === at)));
    for (const table of ['issuers', 'key_histories', 'published_achievements', 'status_lists']) {
      const column = table === 'issuers' ? 'slug' : 'issuer';
      const own = await countsIn(issuer, table, `${column} = '${issuer.issuer}'`);
      expect(own.map((count) => count > 0)).toEqual([0, 1, 2].map((other) => other === at));
    }
  }
  await checkSigningRecords(spread.laurel);
});

test('a credential of an issuer in any of them is shown, verified here and by strangers, and revoked', async () => {
  for (const issuer of spread.issuers) {
    const { page, award } = await aCredential(issuer);
    for (const path of ['', '.json', '.jwt', '.jwt?profile=vc-jose', '.bundle.json', '/embed']) {
      expect((await fetch(`${page}${path}`)).status, path).toBe(200);
    }
    const credential = await fetchJson(`${page}.json`);
    const report = await verifyBy(issuer, { credential });
    expect(report.verdict).toBe('valid');
    expect(checkIn(report, 'log')).toMatchObject({ result: 'pass' });
    expect((await verifyBy(issuer, { url: page })).verdict).toBe('valid');
    const { verified } = await verifyByVc(credential, strangersLoader(issuer));
    expect(verified).toBe(true);

    expect((await revoke(issuer, award, { reason: 'duplicate' })).status).toBe(200);

    expect((await verifyBy(issuer, { credential })).verdict).toBe('revoked');
    const { statusResult } = await verifyByVc(credential, strangersLoader(issuer));
    expect(statusResult?.results).toMatchObject([{ status: true }]);
  }
  await checkSigningRecords(spread.laurel);
});

test('each database has a log of its own, which proves what is in it, online and from files alone', async () => {
  const { verificationMethod } = await fetchJson(`${spread.laurel.url}/.well-known/did.json`);
  const [{ publicKeyMultibase: root }] = Object(verificationMethod);
  for (const [at, issuer] of spread.issuers.entries()) {
    const { page } = await aCredential(issuer);
    const document = await textAt(`${page}.json`);
    const bundle = await textAt(`${page}.bundle.json`);
    const { lines, entries, root: treeRoot } = await readLog(issuer, at + 1);
    expect(naiveRoot(lines)).toBe(treeRoot);
    const proofs = (readBundle(bundle)?.log ?? []).flatMap((proof) => readProof(proof) ?? []);
    expect(proofs).toHaveLength(3);
    const hashes = proofs.map(({ salt }) =>
      loggedHash(document, Buffer.from(salt ?? []).toString('base64')),
    );
    expect(entries.filter(({ hash }) => hashes.includes(hash))).toHaveLength(1);
    const files = [file('one.json', document), '--bundle', file('one.bundle.json', bundle)];
    const offline = await said('scripts/verify.ts', ...files, '--root', root);
    expect(offline).toMatchObject({ code: 0 });
    expect(offline.printed).toContain('Public log (Passed)');
    const watched = await said('scripts/monitor.ts', issuer.origin, '--log', String(at + 1));
    expect(watched).toMatchObject({ code: 0 });
  }
});

test('a log that is behind in any of them is told by /health, until it has caught up', async () => {
  const { miniflare } = spread.laurel.runtime;
  const further = await miniflare.getD1Database('PUBLIC_3', 'laurel-signer');
  const first = await miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const isWell = async () => {
    const told = await first.prepare("select ok from part_states where part = 'log'").first('ok');
    return told === 1;
  };
  await spread.laurel.runtime.tick();
  expect(await isWell()).toBe(true);

  await further.prepare('update log_checkpoints set note = null').run();
  const env = await miniflare.getBindings<SignerEnv>('laurel-signer');
  await lookAtParts(signingFor({ ...env, COUNTERS: NO_COUNTERS }));
  expect(await isWell()).toBe(false);

  await spread.laurel.runtime.tick();
  expect(await isWell()).toBe(true);
});

test('a tick with nothing to do asks so little of each that it comes to as many as there may be', async () => {
  const { miniflare, publicDatabases, tick: fire } = spread.laurel.runtime;
  await fire();
  const stores = await Promise.all(
    publicDatabases.map(async (binding) => ({
      binding,
      ...watched(await miniflare.getD1Database(binding, 'laurel-signer')),
    })),
  );
  const { watching, asked: ofPrivate } = watched(
    await miniflare.getD1Database('PRIVATE', 'laurel-signer'),
  );
  const bound = Object.fromEntries(stores.map((one) => [one.binding, one.watching]));
  const env = await miniflare.getBindings<SignerEnv>('laurel-signer');
  const watchedEnv = { ...env, ...bound, PRIVATE: watching, COUNTERS: NO_COUNTERS };

  await tick('* * * * *', NO_COUNTERS, () => signingFor(watchedEnv));

  const [first = 0, ...further] = stores.map(({ asked }) => statementsIn(asked));
  // Each further one also has the keys of the service read in the first.
  const others = MAX_PUBLIC_DATABASES - stores.length;
  const least = first + further.reduce((sum, one) => sum + one, 0) + statementsIn(ofPrivate);
  const most = least + others * (Math.max(...further) + 1);
  // Cloudflare D1, "Limits": queries of an invocation.
  expect(further.every((one) => one > 5)).toBe(true);
  expect(most).toBeLessThanOrEqual(1_000);
});

test('a hidden id and one that never was are looked up by the same statements in the same databases', async () => {
  const { runtime, origin } = spread.laurel;
  const hidden: string[] = [];
  for (const [at, issuer] of spread.issuers.entries()) {
    hidden.push((await aHeldCredential(issuer, `Oluchi ${at} of Nsukka`)).id);
  }
  const app = createApp(() => Math.floor(Date.now() / 1000));
  const looked = async (id: string) => {
    const stores = await Promise.all(
      runtime.publicDatabases.map(async (binding) => ({
        binding,
        ...watched(await runtime.miniflare.getD1Database(binding, 'laurel-verifier')),
      })),
    );
    const bound = Object.fromEntries(stores.map(({ binding, watching }) => [binding, watching]));
    const env = { ...bound, LAUREL_ORIGIN: origin, COUNTERS: NO_COUNTERS };
    const answer = await app.request(`/c/${id}`, {}, env);
    const body = (await answer.text()).replaceAll(id, 'ID');
    return { status: answer.status, body, asked: stores.map(({ asked }) => asked) };
  };

  for (const id of hidden) {
    const never = `${id.charAt(0)}${'x'.repeat(16)}`;
    const first = await looked(id);
    expect(first.status).toBe(404);
    // The first, and at most one more: whatever is in the others is not asked for.
    expect(first.asked.filter((asked) => asked.length > 0).length).toBeLessThanOrEqual(2);
    expect(await looked(never)).toEqual(first);
  }
});

test('test documents are signed and revoked, and keys turn over, in whichever database they are', async () => {
  const { laurel, issuers } = spread;
  const token = await signingToken(laurel);
  const signed = await issuedBy(laurel, token, {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: didWeb(laurel.origin, 'issuers/test'),
    credentialSubject: { id: 'urn:uuid:0d3f1c1c-3a33-4b7e-9d6e-1f2f4a8b9c10' },
  });
  const verified = await postVcApi(laurel, '/credentials/verify', { verifiableCredential: signed });
  expect(verified.status).toBe(200);
  await laurel.runtime.tick();
  const keys = [];
  for (const binding of laurel.runtime.publicDatabases) {
    const store = await laurel.runtime.miniflare.getD1Database(binding, 'laurel-signer');
    const ofService =
      "select id, owner from verification_keys where owner in ('', '/log') order by id";
    keys.push((await store.prepare(ofService).all()).results);
  }
  expect(keys[0]).not.toEqual([]);
  for (const other of keys) expect(other).toEqual(keys[0]);
  for (const { issuer, url } of issuers) {
    for (const path of ['', '/did.json', '/jwks.json', '/keys.json']) {
      expect((await fetch(`${url}/issuers/${issuer}${path}`)).status).toBe(200);
    }
  }
});
