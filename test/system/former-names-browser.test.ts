import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { aHeldCredential, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { ledOn } from '../support/led-on.ts';
import { aDayLater } from '../support/looking-at-names.ts';

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
  { locale: 'en', colorScheme: 'light', from: 'Wangari of Nyeri', to: 'Wangari of Embu' },
  { locale: 'ar', colorScheme: 'dark', from: 'ليلى من طنجة', to: 'ليلى من فاس' },
  { locale: 'en', colorScheme: 'dark', from: 'Wairimu of Thika', to: null },
] as const)(
  'certificates with a former name are made anew by one tap, on a phone in $locale ($colorScheme), now $to',
  async ({ from, to, ...options }) => {
    const { session, award } = await aHeldCredential(laurel, from);
    await makeCredential(session, award, { language: 'ar' });
    const { accounts } = laurel.standIn;
    if (to === null) accounts.setHidden(from, true);
    else accounts.rename(from, to);
    await aDayLater(laurel);
    const context = await browser.newContext({ viewport: PHONE, bypassCSP: true, ...options });
    await context.addCookies(
      [...session.cookies].map(([cookie, value]) => ({ name: cookie, value, url: laurel.url })),
    );
    const page = await context.newPage();
    await page.goto(`${laurel.url}/me`);
    const form = page.locator('form[action*="/me/renewal"]');
    await form.waitFor();
    await expectAccessible(page, `${options.locale} offered`);
    expect(await form.locator('input:checked').count()).toBe(2);
    if (to !== null) expect(await form.textContent()).toContain(to);
    expect(await page.content()).not.toContain(from);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(PHONE.width);

    await ledOn(page, () => form.locator('button').press('Enter'));
    await page.locator('.done').waitFor();
    await expectAccessible(page, `${options.locale} made`);
    expect(await form.count()).toBe(0);
    await page.goto(`${laurel.url}/me/awards/${award}`);
    await expectAccessible(page, `${options.locale} award`);
    expect(await page.locator('article[id^="credential-"]').count()).toBe(4);
    await context.close();
  },
);
