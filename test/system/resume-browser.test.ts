import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';

const HOLDER = 'Ìyábọ̀ of Èkó';

let laurel: Laurel;
let browser: Browser;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  await aHeldCredential(laurel, HOLDER);
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

test.each([
  ['en', false],
  ['ar', false],
  ['en', true],
  ['ar', true],
] as const)(
  'a holder makes a résumé and a letter on a phone in %s, with script: %s; axe finds nothing',
  async (locale, javaScriptEnabled) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      locale,
      javaScriptEnabled,
    });
    const page = await context.newPage();
    const check = async (where: string) => {
      if (javaScriptEnabled) await expectAccessible(page, `${locale} ${where}`);
    };
    await page.goto(`${laurel.url}/login?return=/me`);
    await page.getByRole('textbox').fill(HOLDER);
    await follow(page.getByRole('button', { name: 'Allow' }));
    await page.waitForURL('**/me*');
    await follow(page.locator('a[href*="/me/resume"]'));
    await check('choosing');
    await page.locator('input[name=credential]').first().check();
    await follow(page.locator('form[action*="/me/resume"] button'));
    await check('editing');
    await page.locator('textarea').fill('Taught my neighbours');
    await follow(page.locator('button[value=preview]'));
    await check('looking');
    expect(await page.locator('main').textContent()).toContain('Taught my neighbours');
    await follow(page.locator('button[value=edit]'));
    expect(await page.locator('textarea').inputValue()).toBe('Taught my neighbours');
    await follow(page.locator('button[value=preview]'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('button[value=letter]').click(),
    ]);
    const { text } = await openPdf(new Uint8Array(await readFile(await download.path())));
    expect(text).toContain(HOLDER);
    await follow(page.locator('button[value=page]'));
    await check('the page to print');
    expect(await page.locator('main li').first().textContent()).toContain('Taught my neighbours');
    await context.close();
  },
);
