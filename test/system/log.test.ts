import { verifyProof } from '@laurel/log/verify-proof';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { aCredential, revoke } from '../support/awarding.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import {
  loggedHash,
  logKeys,
  naiveRoot,
  newestCheckpoint,
  readLog,
} from '../support/public-log.ts';
import { signedOffTheRecord, stolenKey } from '../support/stolen-key.ts';
import { fetchJson } from '../support/stranger.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const Salt = z.object({ artefact: z.string(), salt: z.string(), hash: z.string() });

/** What leads from a credential to its entries, which is told to nobody but its holder's visitors. */
async function saltsOf(page: string) {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const { results } = await store
    .prepare('select artefact, salt, hash from log_salts where credential = ? order by artefact')
    .bind(page.split('/').at(-1))
    .all();
  return z.array(Salt).parse(results);
}

async function textAt(path: string): Promise<string> {
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  expect(answer.status, path).toBe(200);
  return answer.text();
}

const PROOF = /<pre class="record" dir="ltr">(c2sp[^<]+)<\/pre>/;

/** The proof that a page carries. */
async function proofOn(page: string): Promise<string> {
  const html = await (await fetch(page, { headers: { accept: 'text/html' } })).text();
  return PROOF.exec(html)?.[1] ?? '';
}

describe('whatever is signed here is in the log before anybody is answered', () => {
  test('all three artefacts of a credential, each under a salt of its own', async () => {
    const { page } = await aCredential(laurel);

    const salts = await saltsOf(page);
    const { entries } = await readLog(laurel);

    const texts = [
      await textAt(`${page}.json`),
      await textAt(`${page}.jwt?profile=vc-jose`),
      await textAt(`${page}.jwt`),
    ];
    expect(salts.map(({ artefact }) => artefact)).toEqual(['document', 'jose_jwt', 'rsa_jwt']);
    expect(new Set(salts.map(({ salt }) => salt)).size).toBe(3);
    for (const [at, { salt, hash }] of salts.entries()) {
      expect(hash).toBe(loggedHash(texts[at] ?? '', salt));
      expect(entries.filter((entry) => entry.hash === hash)).toMatchObject([
        { kind: 'credential' },
      ]);
    }
  });

  test('each list of what was revoked, once for each time it is published', async () => {
    const { page, award } = await aCredential(laurel);
    const { credentialStatus } = await fetchJson(`${page}.json`);
    const list = z.looseObject({ statusListCredential: z.string() }).parse(credentialStatus);
    const before = await textAt(list.statusListCredential);
    await revoke(laurel, award, { reason: 'duplicate' });
    const after = await textAt(list.statusListCredential);

    const { entries } = await readLog(laurel);

    expect(after).not.toBe(before);
    for (const text of [before, after]) {
      const found = entries.filter(({ hash }) => hash === loggedHash(text));
      expect(found).toMatchObject([{ kind: 'status' }]);
    }
  });

  test('the signed histories of keys, the log’s own among them', async () => {
    const { entries } = await readLog(laurel);

    for (const path of [`/issuers/${laurel.issuer}/keys.json`, '/.well-known/keys.json']) {
      const hash = loggedHash(await textAt(`${laurel.url}${path}`));
      expect(
        entries.filter((entry) => entry.hash === hash),
        path,
      ).toMatchObject([{ kind: 'key' }]);
    }
  });
});

describe('the log', () => {
  test('is what its checkpoint says, by the arithmetic of RFC 6962 alone', async () => {
    const { size, root, lines } = await readLog(laurel);

    expect(lines).toHaveLength(size);
    expect(naiveRoot(lines)).toBe(root);
  });

  test('says of what is in it a kind, a time that never goes back, and a hash, and nothing else', async () => {
    const { lines, entries } = await readLog(laurel);

    for (const line of lines) {
      expect(line).toMatch(/^laurel\/1 (?:credential|status|key) \d{10} [A-Za-z0-9+/]{43}=$/);
    }
    const times = entries.map(({ loggedAtSeconds }) => loggedAtSeconds);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(entries.length);
  });

  test('is served as C2SP tlog-tiles says: types, caches, widths, for every site', async () => {
    const { size } = await newestCheckpoint(laurel);
    const width = size % 256;
    const at = (path: string) => fetch(`${laurel.url}/log/${path}`);

    const checkpoint = await at('checkpoint');
    expect(checkpoint.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(checkpoint.headers.get('cache-control')).toBe('no-cache');
    expect((await checkpoint.text()).split('\n')[0]).toBe(`${new URL(laurel.origin).host}/log`);
    for (const path of [`tile/0/000.p/${width}`, `tile/entries/000.p/${width}`, 'tile/0/000.p/1']) {
      const tile = await at(path);
      expect(tile.status, path).toBe(200);
      expect(tile.headers.get('content-type')).toBe('application/octet-stream');
      expect(tile.headers.get('cache-control')).toContain('immutable');
      expect(tile.headers.get('access-control-allow-origin')).toBe('*');
    }
    expect((await (await at(`tile/0/000.p/${width}`)).arrayBuffer()).byteLength).toBe(32 * width);
    for (const path of [
      `tile/0/000.p/${width + 1}`,
      'tile/0/000',
      'tile/1/000.p/1',
      'tile/0/001.p/1',
      'tile/entries/000',
      'tile/entries/x999/x999/x999/x999/999',
      'tile/0/0',
      'tile/',
      'tile/0/000.p/0',
    ]) {
      expect((await at(path)).status, path).toBe(404);
    }
    const posted = await fetch(`${laurel.url}/log/checkpoint`, { method: 'POST' });
    expect(posted.status).toBe(405);
  });

  test('has a page for people, which says how large it is and how to watch over it', async () => {
    const { size } = await newestCheckpoint(laurel);
    const page = async (language: string) =>
      (
        await fetch(`${laurel.url}/log?uselang=${language}`, { headers: { accept: 'text/html' } })
      ).text();

    expect(await page('en')).toContain(`<bdi>${size}</bdi>`);
    expect(await page('en')).toContain(`npm run monitor -- ${laurel.origin}`);
    expect(await page('ar')).toContain('السجل العام');
  });
});

describe('a copy of a credential', () => {
  test('is told its place and its day in the log, in every form, however it is written down', async () => {
    const { page } = await aCredential(laurel);
    const document = await fetchJson(`${page}.json`);
    const { credentialSubject, proof, ...rest } = document;
    const turnedRound = { proof, credentialSubject, ...rest };
    const jwts = [await textAt(`${page}.jwt?profile=vc-jose`), await textAt(`${page}.jwt`)];

    for (const asked of [
      { url: page },
      { credential: turnedRound },
      ...jwts.map((credential) => ({ credential })),
    ]) {
      const report = await verifyBy(laurel, asked);
      expect(report.verdict).toBe('valid');
      expect(checkIn(report, 'log')).toMatchObject({ result: 'pass', finding: 'included' });
    }
  });

  test('has its proof on its page, which verifies offline by the key of the log', async () => {
    const { page } = await aCredential(laurel);
    const [text, keys, proof] = [
      await textAt(`${page}.json`),
      await logKeys(laurel),
      await proofOn(page),
    ];

    const verified = await verifyProof(text, proof, keys);

    const { entries } = await readLog(laurel);
    if (!verified.ok) throw new Error(verified.failure);
    expect(entries[verified.value.index]?.loggedAtSeconds).toBe(verified.value.loggedAtSeconds);
    expect(await verifyProof(text.replace('Workshop', 'workshop'), proof, keys)).toEqual({
      ok: false,
      failure: 'another_text',
    });
  });

  test('that is hidden verifies all the same, and its salt is nowhere to be had', async () => {
    const { id, document } = await aHiddenCopy();

    const report = await verifyBy(laurel, { credential: document });
    const answer = await fetch(`${laurel.url}/c/${id}`, { headers: { accept: 'text/html' } });

    expect(checkIn(report, 'log')).toMatchObject({ finding: 'included' });
    expect(answer.status).toBe(404);
    const salts = await saltsOf(id);
    const shown = [JSON.stringify(report), await answer.text()].join();
    for (const { salt, hash } of salts) {
      expect(shown).not.toContain(salt);
      expect(shown).not.toContain(hash);
    }
  });

  test('that was withdrawn is unlinked: its entry stays, and nothing leads to it any more', async () => {
    const { id, session } = await aHeldCredential(laurel, 'Ṣadé of Ìlọrin');
    const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const text = await store
      .prepare('select document from credentials where id = ?')
      .bind(id)
      .first<string>('document');
    const salts = await saltsOf(id);
    await session.post(`/me/credentials/${id}/withdraw`, { confirm: 'yes' });

    const report = await verifyBy(laurel, { credential: JSON.parse(text ?? '') });

    expect(report.verdict).toBe('withdrawn');
    expect(checkIn(report, 'log')).toMatchObject({ result: 'skipped', finding: 'unlinked' });
    expect(salts).toHaveLength(3);
    expect(await saltsOf(id)).toEqual([]);
    const { entries } = await readLog(laurel);
    for (const { hash } of salts) expect(entries.some((entry) => entry.hash === hash)).toBe(true);
    expect(entries.some((entry) => entry.hash === loggedHash(text ?? ''))).toBe(false);
  });

  test('that was signed with our own key off the record is invalid', async () => {
    const { page } = await aCredential(laurel);
    const genuine = await fetchJson(`${page}.json`);
    const key = await stolenKey(laurel, laurel.issuer);
    const { proof: _, ...unsigned } = z.record(z.string(), z.json()).parse(genuine);
    const changed = { ...unsigned, validFrom: '2026-01-01T00:00:00Z' };
    const invented = { ...unsigned, id: `${laurel.origin}/c/${'z'.repeat(17)}` };

    for (const document of [unsigned, changed, invented]) {
      const forged = await signedOffTheRecord(document, key);
      const report = await verifyBy(laurel, { credential: forged });
      expect(checkIn(report, 'proof')).toMatchObject({ finding: 'signature_good' });
      expect(checkIn(report, 'log')).toMatchObject({ result: 'fail', finding: 'off_record' });
      expect(report.verdict).toBe('invalid');
    }
    expect((await verifyBy(laurel, { credential: genuine })).verdict).toBe('valid');
  });
});

/** A credential whose link is off, and the copy that its holder keeps. */
async function aHiddenCopy() {
  const { id } = await aHeldCredential(laurel, 'Oluchi of Umuahia');
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const text = await store
    .prepare('select document from credentials where id = ?')
    .bind(id)
    .first<string>('document');
  return { id, document: JSON.parse(text ?? '') };
}
