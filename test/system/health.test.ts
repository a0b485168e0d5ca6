import { PARTS } from '@laurel/core/health';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { aCredential } from '../support/awarding.ts';
import { expectGuarded } from '../support/guarded.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

/** What is answered is kept for a while, so what changes is seen only then. */
const PATIENCE = { timeout: 20_000, interval: 500 };

const State = z.object({ ok: z.boolean().nullable(), since: z.iso.datetime().nullable() });
const Report = z.object({ ok: z.boolean(), parts: z.record(z.string(), State) });

let laurel: Laurel;
let asked = 0;
beforeAll(async () => {
  laurel = await startLaurel({
    origin: 'https://laurel.test',
    between: [
      {
        worker: 'laurel-desk',
        binding: 'RENDERER',
        target: 'laurel-renderer',
        methods: ['health'],
        onCall: async () => {
          asked += 1;
        },
      },
    ],
  });
  await aCredential(laurel);
});
afterAll(() => laurel.stop());

function ask(accept: string, language = 'en') {
  return fetch(`${laurel.url}/health`, { headers: { accept, 'accept-language': language } });
}

async function report() {
  const answer = await ask('application/json');
  return { status: answer.status, ...Report.parse(await answer.json()) };
}

async function privately(statement: string): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  await store.exec(statement);
}

test('before any cron has ticked nobody is told that all is well', async () => {
  const { status, ok, parts } = await report();

  expect([status, ok]).toEqual([503, false]);
  expect(parts.crons).toEqual({ ok: false, since: null });
  expect(parts.log).toEqual({ ok: null, since: null });
  expect(parts.signer).toEqual({ ok: true, since: null });
});

test('each part is told, and since when it works', async () => {
  await laurel.runtime.tick();
  await expect.poll(async () => (await report()).ok, PATIENCE).toBe(true);
  const { status, parts } = await report();

  expect(status).toBe(200);
  expect(Object.keys(parts)).toEqual([...PARTS]);
  for (const [part, { ok, since }] of Object.entries(parts)) {
    expect([part, ok]).toEqual([part, true]);
    expect(Math.abs(Date.parse(since ?? '') - Date.now())).toBeLessThan(120_000);
  }
});

test('people read it as a page, in their language and direction, that loads and runs nothing', async () => {
  for (const [language, direction, word] of [
    ['en', 'ltr', 'Works since'],
    ['ar', 'rtl', 'يعمل منذ'],
  ] as const) {
    const answer = await ask('text/html', language);
    expect(answer.status).toBe(200);
    const html = await answer.clone().text();
    expect(html).toContain(`<html lang="${language}" dir="${direction}"`);
    expect(html.split(word).length - 1).toBe(PARTS.length);
    expect(html).not.toContain('<script');
    await expectGuarded(answer, 'GET /health');
  }
});

test('whoever asks often has nobody asked more', async () => {
  await report();
  const before = asked;

  await Promise.all(Array.from({ length: 40 }, () => ask('application/json')));

  expect(asked - before).toBeLessThanOrEqual(2);
});

test('work that nobody does is told, and what still works beside it', async () => {
  await privately(
    `insert into outbox (id, task, due_at_seconds, leased_until_seconds, attempts) values ('late', '{"task":"look_at_names"}', 1, ${Math.floor(Date.now() / 1000) + 900}, 0)`,
  );
  await laurel.runtime.tick();

  await expect.poll(async () => (await report()).status, PATIENCE).toBe(503);
  const { parts } = await report();
  expect(Object.keys(parts).filter((part) => parts[part]?.ok !== true)).toEqual(['work']);
  expect(await (await ask('text/html')).text()).toContain('Does not work since');
  await privately("delete from outbox where id = 'late'");
  await laurel.runtime.tick();
  await expect.poll(async () => (await report()).ok, PATIENCE).toBe(true);
});

test('keys that the secret does not open are told, without a word of them', async () => {
  await privately("update sealed_keys set sealed = 'AAAA'");

  await expect.poll(async () => (await report()).parts.keys?.ok, PATIENCE).toBe(false);
  const answer = await ask('application/json');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toMatch(/^[\w{}":,.-]+$/);
});

test('a private store that does not answer takes the desk with it, and no public page', async () => {
  await privately('alter table part_states rename to part_states_gone');

  await expect.poll(async () => (await report()).parts.desk?.ok, PATIENCE).toBe(false);
  const { status, parts } = await report();
  expect(status).toBe(503);
  expect(parts.verifier?.ok).toBe(true);
  expect((await fetch(`${laurel.url}/verify`)).status).toBe(200);
});
