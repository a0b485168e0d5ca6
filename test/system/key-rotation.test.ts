import { KEY_PUBLISHED_AHEAD_SECONDS, KEY_ROTATION_AGE_SECONDS } from '@laurel/core/key-schedule';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEYS_MAX_AGE_SECONDS } from '../../services/verifier/src/routes/public-documents.ts';
import { atMoment } from '../support/at-moment.ts';
import { aCredential } from '../support/awarding.ts';
import { keyNamedBy, keyRows, publishedHistory, publishedMethods } from '../support/keys.ts';
import { type MovedLaurel, startMovedLaurel } from '../support/moved-laurel.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { verifyBy } from '../support/verifying.ts';

test('a new key is published for longer than anybody may keep did.json before it signs', () => {
  expect(KEY_PUBLISHED_AHEAD_SECONDS).toBeGreaterThanOrEqual(86_400);
  expect(KEY_PUBLISHED_AHEAD_SECONDS).toBeGreaterThan(10 * KEYS_MAX_AGE_SECONDS);
});

describe('keys that have signed for a year', () => {
  let moved: MovedLaurel;
  const laurel = () => moved.now();
  beforeAll(async () => {
    moved = await startMovedLaurel();
  });
  afterAll(() => moved.stop());

  const keyOf = async (page: string) => keyNamedBy(await fetchJson(`${page}.json`));

  test('are followed by keys that are published a day before they sign, and stay in did.json', async () => {
    const first = await aCredential(laurel());
    const copy = await fetchJson(`${first.page}.json`);
    await laurel().runtime.tick();
    const methodsBefore = await publishedMethods(laurel());
    expect((await keyRows(laurel())).map(({ state }) => state)).toEqual(['signing', 'signing']);

    await moved.later(KEY_ROTATION_AGE_SECONDS);
    await laurel().runtime.tick();

    const announced = await keyRows(laurel());
    expect(announced.map(({ state }) => state).sort()).toEqual([
      ...['signing', 'signing', 'waiting', 'waiting'],
    ]);
    const methods = await publishedMethods(laurel());
    expect(methods).toEqual(expect.arrayContaining([...methodsBefore]));
    expect(methods).toHaveLength(6);
    const duringWait = await aCredential(laurel());
    expect(await keyOf(duringWait.page)).toBe(await keyOf(first.page));
    const history = await publishedHistory(laurel());
    expect(history.keys).toHaveLength(4);
    expect(history.keys.every(({ retiredAt }) => retiredAt === undefined)).toBe(true);

    await moved.later(KEY_PUBLISHED_AHEAD_SECONDS);
    await laurel().runtime.tick();

    const turned = await keyRows(laurel());
    expect(turned.map(({ state }) => state).sort()).toEqual([
      ...['retired', 'retired', 'signing', 'signing'],
    ]);
    expect(await publishedMethods(laurel())).toEqual(methods);
    const dated = await publishedHistory(laurel());
    expect(dated.keys.filter(({ retiredAt }) => retiredAt !== undefined)).toHaveLength(2);
    const { page } = await aCredential(laurel());
    const signing = turned.find(
      ({ state, algorithm }) => state === 'signing' && algorithm === 'Ed25519',
    );
    expect(await keyOf(page)).toBe(signing?.id);
    for (const credential of [await fetchJson(`${page}.json`), copy]) {
      expect((await verifyBy(laurel(), { credential })).verdict).toBe('valid');
      const stranger = await atMoment(moved.nowSeconds(), () =>
        verifyByVc(credential, strangersLoader(laurel())),
      );
      expect(stranger.error).toBeUndefined();
      expect(stranger.verified).toBe(true);
    }
  });

  test('of which one was to sign an RS256 JWT that is still missing: it does', async () => {
    const { page } = await aCredential(laurel());
    const store = await laurel().runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const id = page.split('/').at(-1) ?? '';
    const old = (await keyRows(laurel())).find(
      ({ state, algorithm }) => state === 'retired' && algorithm === 'RS256',
    );
    await store
      .prepare('update credentials set rsa_jwt = null, rsa_key_id = ? where id = ?')
      .bind(old?.id ?? '', id)
      .run();

    await laurel().runtime.tick();

    const jwt = await (await fetch(`${page}.jwt`)).text();
    const header = JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString());
    expect(header.kid.split('#').at(-1)).toBe(old?.id);
    expect((await verifyBy(laurel(), { credential: jwt })).verdict).toBe('valid');
  });
});
