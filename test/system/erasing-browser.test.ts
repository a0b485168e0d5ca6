import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';

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
  { locale: 'en', colorScheme: 'light', name: 'Wangari of Nyeri', other: 'Wangari' },
  { locale: 'ar', colorScheme: 'dark', name: 'ليلى من طنجة', other: 'ليلى' },
] as const)(
  'erasing is asked for with a name typed, and done, on a phone in $locale ($colorScheme)',
  async ({ name, other, ...options }) => {
    const { session } = await aHeldCredential(laurel, name);
    const context = await browser.newContext({ viewport: PHONE, bypassCSP: true, ...options });
    await context.addCookies(
      [...session.cookies].map(([cookie, value]) => ({ name: cookie, value, url: laurel.url })),
    );
    const page = await context.newPage();
    await page.goto(`${laurel.url}/me`);
    await follow(page.locator('a[href*="/me/erase"]'));
    await page.locator('input[name="username"]').waitFor();
    await expectAccessible(page, `${options.locale} asked`);
    expect(await page.locator('html').getAttribute('dir')).toBe(
      options.locale === 'ar' ? 'rtl' : 'ltr',
    );

    await page.locator('input[name="username"]').fill(other);
    await page.keyboard.press('Enter');
    await page.locator('[aria-invalid="true"]').waitFor();
    await expectAccessible(page, `${options.locale} mistyped`);
    expect(await page.locator('input[name="username"]').inputValue()).toBe(other);

    await page.locator('input[name="username"]').fill(name);
    await follow(page.locator('form[action*="/me/erase"] button'));
    await page.locator('.lead').waitFor();
    await expectAccessible(page, `${options.locale} erased`);
    expect(await page.content()).not.toContain(name);
    expect(await context.cookies(laurel.url)).toEqual([]);
    await context.close();
  },
);
