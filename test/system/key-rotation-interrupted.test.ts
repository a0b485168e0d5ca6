import { KEY_PUBLISHED_AHEAD_SECONDS, KEY_ROTATION_AGE_SECONDS } from '@laurel/core/key-schedule';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { keyIn, keyRows, publishedHistory, publishedMethods } from '../support/keys.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

let laurel: Laurel | null = null;

async function fresh(): Promise<Laurel> {
  await laurel?.stop();
  laurel = await startLaurel({ onLog: () => undefined });
  return laurel;
}
afterAll(() => laurel?.stop());

let running: Laurel;
beforeEach(async () => {
  running = await fresh();
});

const pub = () => running.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
const priv = () => running.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');

/** What the passing of a year is to the keys: their moments lie further back. */
async function passAYear(): Promise<void> {
  await (await pub())
    .prepare(
      `update verification_keys set created_at_seconds = created_at_seconds - ?1,
        signs_from_seconds = signs_from_seconds - ?1`,
    )
    .bind(KEY_ROTATION_AGE_SECONDS)
    .run();
}

/** The same for keys that wait, which is a day. */
async function passTheWait(): Promise<void> {
  await (await pub())
    .prepare(
      'update verification_keys set signs_from_seconds = signs_from_seconds - ? where waiting = 1',
    )
    .bind(KEY_PUBLISHED_AHEAD_SECONDS)
    .run();
}

async function statesOf(algorithm: string): Promise<readonly string[]> {
  const keys = await keyRows(running);
  return keys.filter((key) => key.algorithm === algorithm).map(({ state }) => state);
}

/** From here on, whatever writes this to this table fails, in the middle of its transaction. */
async function failOn(event: string): Promise<() => Promise<unknown>> {
  const store = await pub();
  await store
    .prepare(`create trigger stop before ${event} begin select raise(abort, 'stopped'); end`)
    .run();
  return () => store.prepare('drop trigger stop').run();
}

test.each(['insert on verification_keys', 'update on key_histories'])(
  'a rotation that is stopped at an %s has changed nothing, and the next tick makes it',
  async (event) => {
    await passAYear();
    const before = await keyRows(running);
    const did = await publishedMethods(running);
    const allowAgain = await failOn(event);
    await running.runtime.tick();
    expect(await keyRows(running)).toEqual(before);
    expect(await publishedMethods(running)).toEqual(did);

    await allowAgain();
    await running.runtime.tick();

    expect(await statesOf('Ed25519')).toEqual(['signing', 'waiting']);
    expect(await statesOf('RS256')).toEqual(['signing', 'waiting']);
    expect((await publishedHistory(running)).keys).toHaveLength(4);
    await checkSealedHalves();
  },
);

test('a turn that is stopped between retiring the old key and beginning with the new has changed nothing', async () => {
  await passAYear();
  await running.runtime.tick();
  await passTheWait();
  const old = await keyIn(running, 'signing', 'Ed25519');
  const allowAgain = await failOn('update of waiting on verification_keys');
  await running.runtime.tick();
  expect(await statesOf('Ed25519')).toEqual(['signing', 'waiting']);
  expect(await keyIn(running, 'signing', 'Ed25519')).toBe(old);

  await allowAgain();
  await running.runtime.tick();

  expect(await statesOf('Ed25519')).toEqual(['retired', 'signing']);
  expect(await keyIn(running, 'retired', 'Ed25519')).toBe(old);
});

test('ticks at once announce one key, and have one sign', async () => {
  const { miniflare } = running.runtime;
  const signer = await miniflare.getWorker('laurel-signer');
  const ticksAtOnce = () =>
    Promise.all(
      Array.from({ length: 4 }, () =>
        signer.scheduled({ cron: '* * * * *', scheduledTime: new Date() }),
      ),
    );
  await passAYear();
  await ticksAtOnce();
  for (const algorithm of ['Ed25519', 'RS256'] as const) {
    expect(await statesOf(algorithm)).toEqual(['signing', 'waiting']);
  }
  await passTheWait();
  await ticksAtOnce();

  for (const algorithm of ['Ed25519', 'RS256'] as const) {
    expect((await statesOf(algorithm)).toSorted()).toEqual(['retired', 'signing']);
  }
  const { keys } = await publishedHistory(running);
  const dated = keys.map(({ id, retiredAt }) => [id.split('#').at(-1), retiredAt !== undefined]);
  const rows = await keyRows(running);
  expect(dated).toEqual(rows.map(({ id, state }) => [id, state === 'retired']));
  await checkSealedHalves();
});

test('an issuer whose keys cannot be changed holds up no other', async () => {
  await passAYear();
  const store = await pub();
  await store
    .prepare(
      `create trigger stop before update on key_histories when new.issuer = '${running.issuer}'
        begin select raise(abort, 'stopped'); end`,
    )
    .run();

  await running.runtime.tick();

  expect(await statesOf('Ed25519')).toEqual(['signing']);
  const others = await keyRows(running, 'test');
  expect(others.map(({ state }) => state).toSorted()).toEqual([
    ...['signing', 'signing', 'waiting', 'waiting'],
  ]);
});

/** Every published key can sign, and no half is left of one that was never published. */
async function checkSealedHalves(): Promise<void> {
  const { results: published } = await (await pub())
    .prepare('select id from verification_keys order by id')
    .all();
  const { results: sealed } = await (await priv())
    .prepare('select key_id as id from sealed_keys order by key_id')
    .all();
  expect(sealed).toEqual(published);
}
