import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STEWARD } from '../../development/demonstration/seed.ts';
import { expectAccessible } from '../support/accessible.ts';
import { logInToDesk } from '../support/award-in-browser.ts';
import { aCredential } from '../support/awarding.ts';
import { launchChromium } from '../support/chromium.ts';
import { keyIn } from '../support/keys.ts';
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
  { locale: 'en', colorScheme: 'light' },
  { locale: 'ar', colorScheme: 'dark' },
] as const)(
  'a steward has new keys made and declares one stolen on a phone in $locale ($colorScheme)',
  async (options) => {
    const { page: credential } = await aCredential(laurel);
    const context = await browser.newContext({ viewport: PHONE, bypassCSP: true, ...options });
    const page = await context.newPage();
    const where = (name: string) => `${options.locale} ${name}`;
    await logInToDesk(page, laurel, STEWARD);
    await page.goto(`${laurel.url}/desk/stewards/keys`);
    await expectAccessible(page, where('issuers with their keys'));
    await follow(page.locator(`a[href*="/keys/${laurel.issuer}"]`));
    await follow(page.locator('form[action*="/rotation"] button'));
    await page.locator('h2').nth(1).waitFor();
    await expectAccessible(page, where('the keys of an issuer'));

    const stolen = await keyIn(laurel, 'signing', 'Ed25519');
    await follow(page.locator(`a[href*="${stolen}/compromise"]`));
    await expectAccessible(page, where('since when'));
    await page.locator('[name=since]').fill('2026-01-01T03:00');
    await follow(page.locator('form:has([name=since]) button[type=submit]'));
    await page.locator('[name=agree]').waitFor({ state: 'attached' });
    await expectAccessible(page, where('asked once more'));
    await follow(page.locator('form:has([name=agree]) button[type=submit]'));
    await page.waitForURL(`**/desk/stewards/keys/${laurel.issuer}**`);
    expect(await keyIn(laurel, 'signing', 'Ed25519')).not.toBe(stolen);
    await expectAccessible(page, where('after it'));

    await page.goto(credential);
    expect(await page.locator('.verdict').getAttribute('data-verdict')).toBe('invalid');
    await expectAccessible(page, where('a credential that is not believed'));
    await context.close();
  },
);
