import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { keyIn, keyRows } from '../support/keys.ts';
import { type Laurel, startLaurel, TEST_ISSUER } from '../support/laurel.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: () => undefined });
});
afterAll(() => laurel.stop());

/** More orders than one call takes on. */
const MANY = 12;

async function order(count: number, act: 'rotate' | 'compromised', issuer: string, key?: string) {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
  await store
    .prepare(
      `insert into key_orders select ? || '-' || value, ?, ?, ?, null, ?, ? from json_each(?)`,
    )
    .bind(
      `${act} ${issuer} ${key}`,
      act,
      issuer,
      key ?? null,
      // Of everything that was logged here so far nothing is lost.
      act === 'rotate' ? null : Math.floor(Date.now() / 1000) + 60,
      count === 1 ? 1 : 0,
      JSON.stringify(Array.from({ length: count }, (_, at) => at)),
    )
    .run();
}

async function stateOf(key: string, owner: string): Promise<string | undefined> {
  return (await keyRows(laurel, owner)).find(({ id }) => id === key)?.state;
}

test('a theft is told before new keys are made, however many of those were ordered first', async () => {
  const { slug } = TEST_ISSUER;
  const stolen = await keyIn(laurel, 'signing', 'Ed25519', slug);
  await order(MANY, 'rotate', 'nobody');
  await order(1, 'compromised', slug, stolen);

  await laurel.runtime.tick();

  expect(await stateOf(stolen, slug)).toBe('compromised');
});

test('a theft is told though what earlier ones leave to be signed anew is not', async () => {
  await aCredential(laurel);
  await laurel.runtime.tick();
  const pub = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  await pub
    .prepare(
      `create trigger stop before update of document on credentials
        begin select raise(abort, 'stopped'); end`,
    )
    .run();
  const { slug } = TEST_ISSUER;
  const [first, second] = [
    await keyIn(laurel, 'signing', 'Ed25519'),
    await keyIn(laurel, 'signing', 'Ed25519', slug),
  ];
  await order(MANY, 'compromised', laurel.issuer, first);
  await order(1, 'compromised', slug, second);

  await laurel.runtime.tick();

  await pub.prepare('drop trigger stop').run();
  expect(await stateOf(first, laurel.issuer)).toBe('compromised');
  expect(await stateOf(second, slug)).toBe('compromised');
});
