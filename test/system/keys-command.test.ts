import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { keyIn, keyRows, publishedMethods } from '../support/keys.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { verifyBy } from '../support/verifying.ts';

let data: string;
let laurel: Laurel;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'laurel-keys-'));
  laurel = await startLaurel({ persistTo: join(data, 'state') });
});
afterAll(async () => {
  await laurel.stop();
  rmSync(data, { recursive: true });
});

function keys(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/keys.ts', ...words], {
    encoding: 'utf8',
    env: { ...process.env, LAUREL_DATA: data },
  });
  return { status, stdout, stderr };
}

test('lists every key of a running Laurel with its state, those of the service too', async () => {
  const { status, stdout } = keys('list');

  expect(status).toBe(0);
  for (const { id } of await keyRows(laurel)) expect(stdout).toContain(id);
  for (const owner of ['(root)', '(log)', 'demonstration', 'test']) expect(stdout).toContain(owner);
});

test('orders new keys for one issuer or for all, which the signer makes at its next tick', async () => {
  expect(keys('rotate', 'test').status).toBe(0);
  await laurel.runtime.tick();
  const waitingOf = async (owner: string) =>
    (await keyRows(laurel, owner)).filter(({ state }) => state === 'waiting').length;
  expect(await waitingOf('test')).toBe(2);
  expect(await waitingOf('demonstration')).toBe(0);

  expect(keys('rotate', '--all').stdout).toContain('Ordered (2)');
  await laurel.runtime.tick();

  expect(await waitingOf('test')).toBe(2);
  expect(await waitingOf('demonstration')).toBe(2);
  expect(keys('list').stdout).toContain('nothing_to_do');
});

test('declares a key stolen, by its id alone or as did.json names it', async () => {
  const { page } = await aCredential(laurel);
  const stolen = await keyIn(laurel, 'signing', 'Ed25519');
  const named = (await publishedMethods(laurel)).find((id) => id.endsWith(`#${stolen}`)) ?? '';

  expect(keys('compromised', named, '--since', '2026-01-01T00:00:00Z').status).toBe(0);
  await laurel.runtime.tick();

  expect((await publishedMethods(laurel)).join(' ')).not.toContain(stolen);
  expect((await verifyBy(laurel, { url: page })).verdict).toBe('invalid');
  expect(keys('list').stdout).toContain('2026-01-01 00:00:00');
});

test.each([
  { words: [], status: 64 },
  { words: ['rotate'], status: 64 },
  { words: ['rotate', "x' or 1"], status: 64 },
  { words: ['rotate', 'nobody'], status: 1 },
  { words: ['compromised', 'short', '--since', '2026-01-01T00:00:00Z'], status: 64 },
  { words: ['compromised', '11111111111111111', '--since', '2026-01-01T00:00:00Z'], status: 1 },
  { words: ['compromised', '11111111111111111', '--since', 'yesterday'], status: 64 },
  { words: ['compromised', '11111111111111111', '--since', '2026-01-01T00:00:00'], status: 64 },
  { words: ['compromised', '11111111111111111', '--since', '2999-01-01T00:00:00Z'], status: 64 },
])('refuses $words with the status $status, and orders nothing', async ({ words, status }) => {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
  const count = () => store.prepare('select count(*) as count from key_orders').first('count');
  const before = await count();

  const answer = keys(...words);

  expect(answer.status).toBe(status);
  expect(answer.stderr).toMatch(status === 64 ? /npm run keys|moment|to come/ : /no such issuer/);
  expect(await count()).toBe(before);
});

test('the root key and the key of the log are not declared stolen by a command', async () => {
  const [root] = await keyRows(laurel, '');
  const answer = keys('compromised', root?.id ?? '', '--since', '2026-01-01T00:00:00Z');

  expect(answer).toMatchObject({ status: 1, stderr: expect.stringContaining('no such') });
});

test('for a deployment elsewhere it prints what does the same there', () => {
  const { stdout } = keys('rotate', 'demonstration', '--remote');

  expect(stdout).toMatch(/^npx wrangler d1 execute PRIVATE --remote .*slug = 'demonstration'"\n$/);
});
