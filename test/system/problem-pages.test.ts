import { REASONS, statusOf } from '@laurel/http/problem';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { fetchJson } from '../support/stranger.ts';

let laurel: Laurel;
let browser: Browser;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

const ask = (path: string, accept: string, language = 'en') =>
  fetch(`${laurel.url}${path}`, { headers: { accept, 'accept-language': language } });

const Type = z.object({
  type: z.url(),
  title: z.string().min(3),
  status: z.number(),
  remedy: z.string().min(3),
  example: z.looseObject({
    type: z.url(),
    title: z.string().min(3),
    status: z.number(),
    detail: z.string().min(3),
    remedy: z.string().min(3),
    instance: z.string(),
  }),
});

/** What a page shows, as its reader sees it. */
function textOf(html: string): string {
  return html
    .replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
}

test('every kind of problem has a page in every language: what it means, what to do, an example', async () => {
  expect(REASONS.length).toBeGreaterThan(100);
  for (const language of ['en', 'ar']) {
    const seen = new Set<string>();
    for (const reason of REASONS) {
      const answer = await ask(`/problems/${reason}`, 'text/html', language);
      const html = await answer.text();
      expect(answer.status, reason).toBe(200);
      expect(html, reason).toContain(`<html lang="${language}"`);
      expect(html.match(/<h2>/g), reason).toHaveLength(3);
      const [, example = ''] = /<pre[^>]*><code>(.*?)<\/code>/s.exec(html) ?? [];
      expect(JSON.parse(textOf(example)), reason).toMatchObject({
        type: `${laurel.origin}/problems/${reason}`,
        status: statusOf(reason),
        instance: '/example',
      });
      expect(textOf(html), reason).not.toMatch(
        /problem-[a-z]+|\$\d|undefined|NaN|\{\{|null,?\n *\}/,
      );
      seen.add(/<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '');
    }
    expect(seen.size).toBeGreaterThan(REASONS.length * 0.9);
  }
});

test('programs get the same as JSON, and a type that there is not is not found', async () => {
  for (const reason of REASONS) {
    const type = Type.parse(await fetchJson(`${laurel.url}/problems/${reason}`));
    expect(type.type).toBe(`${laurel.origin}/problems/${reason}`);
    expect(type.example).toMatchObject({ type: type.type, title: type.title, status: type.status });
  }
  for (const strange of ['nothing', 'constructor', '__proto__']) {
    expect((await ask(`/problems/${strange}`, 'text/html')).status, strange).toBe(404);
  }
});

test('the type of a refusal leads to its page', async () => {
  const refused = await ask(`/c/${'x'.repeat(17)}`, 'application/json');
  const { type } = z.object({ type: z.url() }).parse(await refused.json());
  const page = await ask(new URL(type).pathname, 'text/html');
  expect(page.status).toBe(200);
  expect(textOf(await page.text())).toContain('There is no credential here that may be shown');
});

test('the list of all problems leads to each, as a page and as JSON', async () => {
  const html = await (await ask('/problems', 'text/html')).text();
  const led = [...html.matchAll(/href="\/problems\/([a-z_]+)"/g)].map(([, reason]) => reason);
  expect(led.sort()).toEqual([...REASONS]);
  const listed = z
    .object({ problems: z.array(Type.omit({ remedy: true, example: true })) })
    .parse(await fetchJson(`${laurel.url}/problems`));
  expect(listed.problems.map(({ type }) => type.split('/').at(-1))).toEqual([...REASONS]);
});

test.each(['en', 'ar'])(
  'the list is seen at a glance on a phone, by what one was doing, in %s',
  async (locale) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      locale,
      javaScriptEnabled: false,
    });
    const phone = await context.newPage();
    await phone.goto(`${laurel.url}/problems`);
    const areas = phone.locator('main details');
    const links = phone.locator('main li a');

    const end = await areas.last().boundingBox();
    expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThan(2 * 740);
    expect(await links.count()).toBe(REASONS.length);
    expect(await links.first().isVisible()).toBe(false);
    await areas.first().locator('summary').click();
    await follow(links.first());
    expect(phone.url()).toMatch(/\/problems\/[a-z_]+$/);
    await context.close();
  },
);

test.each(['en', 'ar'])('pages of problems are accessible on a phone in %s', async (locale) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale });
  const phone = await context.newPage();
  for (const path of ['/problems', '/problems/request_invalid', '/problems/logo_refused']) {
    await phone.goto(`${laurel.url}${path}`);
    await expectAccessible(phone, path);
  }
  await context.close();
});
