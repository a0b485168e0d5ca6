import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aHolder } from '../support/recording.ts';

const PHONE = { width: 360, height: 740 };
const HOLDER = 'Layan on a Phone';

let laurel: Laurel;
let browser: Browser;
beforeAll(async () => {
  laurel = await startLaurel();
  await aHolder(laurel, HOLDER, [{}, { disclosure: 'none', language: 'ar' }]);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

async function atRecords(language: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, colorScheme });
  const page = await context.newPage();
  await page.goto(`${laurel.url}/login?return=${encodeURIComponent('/me/record')}`);
  await page.getByRole('textbox').fill(HOLDER);
  await follow(page.getByRole('button', { name: 'Allow' }));
  await page.waitForURL('**/me/record');
  await page.goto(`${laurel.url}/me/record?uselang=${language}`);
  return page;
}

test.each([
  { language: 'en', scheme: 'light' as const, title: 'Teaching others' },
  { language: 'ar', scheme: 'dark' as const, title: 'ما علّمته لغيري' },
])('a record is made, shown and withdrawn on a phone, in $language', async (row) => {
  const { language, scheme, title } = row;
  const page = await atRecords(language, scheme);
  await expectAccessible(page, 'the form');
  await page.locator('form[action*="/me/record"] button:not([name])').first().click();
  expect(
    await page.locator('input[name=title]').evaluate((field) => Object(field).validity.valid),
  ).toBe(false);

  for (const box of await page.locator('input[name=credential]').all()) await box.check();
  await page.locator('input[name=title]').fill(title);
  await follow(page.locator('form[action*="/me/record"] button:not([name])').first());
  await page.locator('input[name=aware]').check();
  await expectAccessible(page, 'what it ties together');
  await follow(page.locator('form[action*="/me/record"] button:not([name])').first());
  await page.waitForURL('**/me/record?done=made*');
  await expectAccessible(page, 'the record in the list');

  await follow(page.locator('article button[value=on]').first());
  await page.waitForURL('**done=link_on*');
  await follow(page.locator('article a[href^="/c/"]').first());
  expect(await page.locator('h1').textContent()).toBe(title);
  expect(await page.locator('.verdict').getAttribute('data-verdict')).toBe('valid');
  expect(await page.locator('ol > li[data-verdict=valid]').count()).toBe(2);
  await expectAccessible(page, 'its public page');

  await page.goto(`${laurel.url}/me/record?uselang=${language}`);
  await follow(page.locator('article a[href*="/withdraw"]').first());
  await expectAccessible(page, 'before it is withdrawn');
  await follow(page.locator('button.grave'));
  await page.waitForURL('**done=withdrawn*');
  expect(await page.locator('main').textContent()).not.toContain(title);
});
