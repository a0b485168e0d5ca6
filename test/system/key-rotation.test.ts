import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEY_PUBLISHED_AHEAD_SECONDS, KEY_ROTATION_AGE_SECONDS } from '@laurel/core/key-schedule';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../development/free-port.ts';
import { KEYS_MAX_AGE_SECONDS } from '../../services/verifier/src/routes/public-documents.ts';
import { aCredential } from '../support/awarding.ts';
import { keyRows, publishedHistory, publishedMethods } from '../support/keys.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { verifyBy } from '../support/verifying.ts';

test('a new key is published for longer than anybody may keep did.json before it signs', () => {
  expect(KEY_PUBLISHED_AHEAD_SECONDS).toBeGreaterThanOrEqual(86_400);
  expect(KEY_PUBLISHED_AHEAD_SECONDS).toBeGreaterThan(10 * KEYS_MAX_AGE_SECONDS);
});

describe('keys that have signed for a year', () => {
  let persistTo: string;
  let port: number;
  let laurel: Laurel;
  let ahead = 0;
  beforeAll(async () => {
    persistTo = mkdtempSync(join(tmpdir(), 'laurel-rotation-'));
    port = await freePort('127.0.0.1');
    laurel = await startLaurel({ persistTo, port });
  });
  afterAll(async () => {
    await laurel.stop();
    rmSync(persistTo, { recursive: true });
  });

  /** The same Laurel, on the same data, so much later. */
  async function later(seconds: number): Promise<void> {
    await laurel.stop();
    ahead += seconds;
    laurel = await startLaurel({ persistTo, port, clockShiftSeconds: ahead });
  }

  test('are followed by keys that are published a day before they sign, and stay in did.json', async () => {
    const first = await aCredential(laurel);
    const copy = await fetchJson(`${first.page}.json`);
    await laurel.runtime.tick();
    const methodsBefore = await publishedMethods(laurel);
    expect((await keyRows(laurel)).map(({ state }) => state)).toEqual(['signing', 'signing']);

    await later(KEY_ROTATION_AGE_SECONDS);
    await laurel.runtime.tick();

    const announced = await keyRows(laurel);
    expect(announced.map(({ state }) => state).sort()).toEqual([
      ...['signing', 'signing', 'waiting', 'waiting'],
    ]);
    const methods = await publishedMethods(laurel);
    expect(methods).toEqual(expect.arrayContaining([...methodsBefore]));
    expect(methods).toHaveLength(6);
    const duringWait = await aCredential(laurel);
    expect(await signerOf(duringWait.page)).toBe(await signerOf(first.page));
    const history = await publishedHistory(laurel);
    expect(history.keys).toHaveLength(4);
    expect(history.keys.every(({ retiredAt }) => retiredAt === undefined)).toBe(true);

    await later(KEY_PUBLISHED_AHEAD_SECONDS);
    await laurel.runtime.tick();

    const turned = await keyRows(laurel);
    expect(turned.map(({ state }) => state).sort()).toEqual([
      ...['retired', 'retired', 'signing', 'signing'],
    ]);
    expect(await publishedMethods(laurel)).toEqual(methods);
    const dated = await publishedHistory(laurel);
    expect(dated.keys.filter(({ retiredAt }) => retiredAt !== undefined)).toHaveLength(2);
    const { page } = await aCredential(laurel);
    const signing = turned.find(
      ({ state, algorithm }) => state === 'signing' && algorithm === 'Ed25519',
    );
    expect(await signerOf(page)).toBe(signing?.id);
    for (const credential of [await fetchJson(`${page}.json`), copy]) {
      expect((await verifyBy(laurel, { credential })).verdict).toBe('valid');
      const now = new Date(Date.now() + ahead * 1000);
      const stranger = await verifyByVc(credential, strangersLoader(laurel), now);
      expect(stranger.error).toBeUndefined();
      expect(stranger.verified).toBe(true);
    }
  });

  async function signerOf(page: string): Promise<string> {
    const { proof } = await fetchJson(`${page}.json`);
    const [{ verificationMethod }] = proof as [{ verificationMethod: string }];
    return verificationMethod.split('#').at(-1) ?? '';
  }

  test('of which one was to sign an RS256 JWT that is still missing: it does', async () => {
    const { page } = await aCredential(laurel);
    const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const id = page.split('/').at(-1) ?? '';
    const old = (await keyRows(laurel)).find(
      ({ state, algorithm }) => state === 'retired' && algorithm === 'RS256',
    );
    await store
      .prepare('update credentials set rsa_jwt = null, rsa_key_id = ? where id = ?')
      .bind(old?.id ?? '', id)
      .run();

    await laurel.runtime.tick();

    const jwt = await (await fetch(`${page}.jwt`)).text();
    const header = JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString());
    expect(header.kid.split('#').at(-1)).toBe(old?.id);
    expect((await verifyBy(laurel, { credential: jwt })).verdict).toBe('valid');
  });
});
