import { LOG_OWNER, ROOT_OWNER } from '@laurel/core/key-owners';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyIn, keyRows } from '../support/keys.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { newestCheckpoint } from '../support/public-log.ts';
import { fetchJson } from '../support/stranger.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: () => undefined });
  await laurel.runtime.tick();
});
afterAll(() => laurel.stop());

test.each(['compromised_at_seconds', 'retired_at_seconds'])(
  'a root key and a log key whose %s is set are followed by new ones, and keys can be changed',
  async (column) => {
    const { miniflare } = laurel.runtime;
    const old = {
      root: await keyIn(laurel, 'signing', 'Ed25519', ROOT_OWNER),
      log: await keyIn(laurel, 'signing', 'Ed25519', LOG_OWNER),
    };
    await (await miniflare.getD1Database('PUBLIC', 'laurel-signer'))
      .prepare(`update verification_keys set ${column} = unixepoch() where id in (?, ?)`)
      .bind(old.root, old.log)
      .run();
    const orders = await miniflare.getD1Database('PRIVATE', 'laurel-signer');
    const stolen = await keyIn(laurel, 'signing', 'Ed25519');
    await orders
      .prepare("insert into key_orders values (?, 'compromised', ?, ?, null, 1, 0)")
      .bind(column, laurel.issuer, stolen)
      .run();

    await laurel.runtime.tick();
    await laurel.runtime.tick();

    const root = await keyIn(laurel, 'signing', 'Ed25519', ROOT_OWNER);
    expect(root).not.toBe(old.root);
    expect(await keyIn(laurel, 'signing', 'Ed25519', LOG_OWNER)).not.toBe(old.log);
    const states = await keyRows(laurel);
    expect(states.find(({ id }) => id === stolen)?.state).toBe('compromised');
    for (const path of ['/.well-known/keys.json', `/issuers/${laurel.issuer}/keys.json`]) {
      expect(JSON.stringify((await fetchJson(laurel.url + path)).proof)).toContain(`#${root}`);
    }
    expect((await newestCheckpoint(laurel)).size).toBeGreaterThan(0);
  },
);
