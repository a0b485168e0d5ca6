import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential, revoke } from '../support/awarding.ts';
import { launchChromium } from '../support/chromium.ts';
import { anOffer } from '../support/holding.ts';
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

/** A phone without script: everything must work there. */
function phone(locale = 'en'): Promise<BrowserContext> {
  return browser.newContext({ viewport: PHONE, locale, javaScriptEnabled: false });
}

/** Every address a page asked for, to see that none is another's. */
function requestsOf(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  return urls;
}

test('a volunteer claims an award on a phone without script, downloads the certificate, and a partner verifies it', async () => {
  const username = 'Títílayọ̀ of Ọ̀yọ́';
  const offer = await anOffer(laurel, username);
  const context = await phone();
  const page = await context.newPage();
  const requested = requestsOf(page);

  await page.goto(`${laurel.url}${offer.claim}`);
  await follow(page.getByRole('link', { name: /log in/i }).first());
  await page.getByRole('textbox').fill(username);
  await follow(page.getByRole('button', { name: 'Allow' }));
  await follow(page.getByRole('button', { name: /^accept/i }));
  await follow(page.getByRole('button', { name: /make/i }));
  await page.getByRole('button', { name: 'PDF' }).waitFor();
  const id = /\/me\/credentials\/(\w+)/.exec(await page.content())?.[1] ?? '';
  expect((await fetch(`${laurel.url}/c/${id}`)).status).toBe(404);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF' }).click();
  const file = await (await download).path();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');

  const partner = await (await browser.newContext({ viewport: PHONE, locale: 'ar' })).newPage();
  await partner.goto(`${laurel.url}/c/${id}`);
  expect(await partner.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await partner.locator('bdi', { hasText: username }).count()).toBeGreaterThan(0);
  expect(await partner.locator('.verdict.good').count()).toBe(1);

  const foreign = requested.filter(
    (url) => !url.startsWith(laurel.url) && !url.startsWith(laurel.standIn.url),
  );
  expect(foreign).toEqual([]);
  await context.close();
});

test.each(['en', 'ar'])(
  'public pages in %s are accessible, fit a phone and ask nothing of others',
  async (locale) => {
    const { page: good } = await aCredential(laurel);
    const { page: bad, award } = await aCredential(laurel);
    await revoke(laurel, award, { reason: 'issued_in_error' });
    const credential = await (await fetch(`${good}.json`)).json();
    const achievement = new URL(
      (credential as { credentialSubject: { achievement: { id: string } } }).credentialSubject
        .achievement.id,
    ).pathname;
    const context = await browser.newContext({ viewport: PHONE, locale });
    const page = await context.newPage();
    const requested = requestsOf(page);
    const paths = [
      '/',
      '/verify',
      '/health',
      good,
      bad,
      `/c/${'x'.repeat(17)}`,
      '/issuers/demonstration',
    ];

    for (const path of [...paths, achievement]) {
      await page.goto(new URL(path, laurel.url).href);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width, path).toBeLessThanOrEqual(PHONE.width);
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
      expect(
        violations.map(({ id: rule }) => rule),
        path,
      ).toEqual([]);
    }

    expect(requested.filter((url) => !url.startsWith(laurel.url))).toEqual([]);
    await context.close();
  },
);
