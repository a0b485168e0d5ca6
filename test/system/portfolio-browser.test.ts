import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { aHeldCredential, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aCollection } from '../support/showing.ts';

const PHONE = { width: 360, height: 740 };

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

test.each([
  { locale: 'en', colorScheme: 'light', title: 'What I did in 2026' },
  { locale: 'ar', colorScheme: 'dark', title: 'ما أنجزته في ٢٠٢٦' },
] as const)(
  'portfolio, collections and what was hidden are accessible on a phone in $locale ($colorScheme)',
  async ({ title, ...options }) => {
    const { id, award, session } = await aHeldCredential(laurel, `Wangari of ${options.locale}`);
    const nameless = await makeCredential(session, award, { disclosure: 'none', language: 'ar' });
    const collection = await aCollection(session, [nameless, id], { title });
    const context = await browser.newContext({ viewport: PHONE, bypassCSP: true, ...options });
    await context.addCookies(
      [...session.cookies].map(([name, value]) => ({ name, value, url: laurel.url })),
    );
    const page = await context.newPage();
    const look = async (path: string) => {
      await page.goto(`${laurel.url}${path}`);
      await expectAccessible(page, `${options.locale} ${path}`);
      const requested = await page.evaluate('performance.getEntriesByType("resource").length');
      expect([path, Number(requested) <= 1]).toEqual([path, true]);
    };
    for (const path of [
      '/me',
      '/me/portfolio',
      '/me/portfolio/journey',
      '/me/collections',
      '/me/collections/new',
      `/me/collections/${collection}`,
      `/me/collections/${collection}/delete`,
      `/me/credentials/${id}/rotate`,
      `/collections/${collection}`,
    ]) {
      await look(path);
    }
    await page.goto(`${laurel.url}/me`);
    await follow(page.locator('form[action*="/me/hide"] button'));
    await page.locator('form[action*="/me/hidden/show"]').waitFor();
    await expectAccessible(page, `${options.locale} hidden`);
    await follow(page.locator('form[action*="/me/hidden/show"] button'));
    await page.locator('.done').waitFor();
    await page.goto(`${laurel.url}/collections/${collection}`);
    expect(await page.locator('article').count()).toBe(2);
    await context.close();
  },
);
