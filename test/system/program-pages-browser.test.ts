import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ORGANIZER } from '../../development/demonstration/seed.ts';
import { expectAccessible } from '../support/accessible.ts';
import { logInToDesk } from '../support/award-in-browser.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';

const PHONE = { width: 360, height: 740 };

let laurel: Laurel;
let browser: Browser;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  laurel = await startLaurel({ localWebhookOrigin: receiver.origin });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
  await receiver.close();
});

test.each([
  { locale: 'en', colorScheme: 'light' },
  { locale: 'ar', colorScheme: 'dark' },
] as const)(
  'pages of webhooks and the API reference are accessible on a phone in $locale ($colorScheme)',
  async (options) => {
    const context = await browser.newContext({ viewport: PHONE, bypassCSP: true, ...options });
    const page = await context.newPage();
    const where = (name: string) => `${options.locale} ${name}`;
    await logInToDesk(page, laurel, ORGANIZER);
    await page.goto(`${laurel.url}/desk/issuers/${laurel.issuer}/webhooks`);
    await page.locator('[name=url]').fill('https://10.0.0.1/hook');
    await follow(page.locator('form:has([name=url]) button[type=submit]'));
    await expectAccessible(page, where('a form that was refused'));

    await page.locator('[name=url]').fill(`${receiver.origin}/hook`);
    await follow(page.locator('form:has([name=url]) button[type=submit]'));
    await page.locator('#secret').waitFor();
    await expectAccessible(page, where('a webhook with its secret'));

    receiver.received.length = 0;
    receiver.answerWith((response) => response.writeHead(500).end());
    await follow(page.locator('form[action*="/deliveries"] button'));
    await receiver.messages(1);
    await page.locator('form[action*="/again"]').waitFor();
    for (const summary of await page.locator('main details summary').all()) await summary.click();
    await expectAccessible(page, where('a webhook with a message'));

    await page.goto(`${laurel.url}/desk/issuers/${laurel.issuer}/webhooks`);
    await expectAccessible(page, where('webhooks'));
    for (const path of ['/api/v1/reference', '/api/reference']) {
      await page.goto(`${laurel.url}${path}`);
      for (const summary of await page.locator('main details summary').all()) await summary.click();
      await expectAccessible(page, where(path));
      const requested = await page.evaluate('performance.getEntriesByType("resource").length');
      expect(requested).toBe(0);
    }
    await context.close();
  },
);
