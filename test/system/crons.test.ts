import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { everyRow } from '../support/every-row.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: () => undefined });
});
afterAll(() => laurel.stop());

const WORKERS = [
  { name: 'laurel-signer', config: 'services/signer/wrangler.toml' },
  { name: 'laurel-desk', config: 'services/desk/wrangler.toml' },
] as const;

function scheduleOf(config: string): readonly string[] {
  const [, list = ''] = /^crons = \[(.*)\]$/m.exec(readFileSync(config, 'utf8')) ?? [];
  return [...list.matchAll(/"([^"]+)"/g)].map(([, cron = '']) => cron);
}

async function outcomeOf(name: string, cron: string): Promise<string> {
  const worker = await laurel.runtime.miniflare.getWorker(name);
  return (await worker.scheduled({ cron, scheduledTime: new Date() })).outcome;
}

test.each(WORKERS)('each schedule of $name has its duties', async ({ name, config }) => {
  const schedule = scheduleOf(config);

  expect(schedule.length).toBeGreaterThan(0);
  for (const cron of schedule) expect(await outcomeOf(name, cron)).toBe('ok');
});

test.each(WORKERS)(
  'a schedule that $name does not know is an error, and changes nothing',
  async ({ name }) => {
    const { page } = await aCredential(laurel);
    const { miniflare } = laurel.runtime;
    const store = await miniflare.getD1Database('PUBLIC', 'laurel-signer');
    await store
      .prepare('update credentials set rsa_jwt = null where id = ?')
      .bind(page.split('/').at(-1) ?? '')
      .run();
    const stores = [store, await miniflare.getD1Database('PRIVATE', 'laurel-signer')];
    const before = await Promise.all(stores.map(everyRow));

    for (const cron of ['other', '*/5 * * * *', '', 'constructor']) {
      expect([cron, await outcomeOf(name, cron)]).toEqual([cron, 'exception']);
    }

    expect(await Promise.all(stores.map(everyRow))).toEqual(before);
  },
);
