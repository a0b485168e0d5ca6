import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edited, withoutFiles, writingOver } from '../../services/renderer/test/edited-pdf.ts';
import { expectAccessible } from '../support/accessible.ts';
import { aCredential } from '../support/awarding.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';

const PHONE = { width: 360, height: 740 };

let laurel: Laurel;
let browser: Browser;
let page: string;
let pdf: Uint8Array;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  ({ page } = await aCredential(laurel, { recipients: [{ username: 'ليان الخطّاط' }] }));
  pdf = new Uint8Array(await (await fetch(`${page}.pdf`)).arrayBuffer());
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

/** Chooses the file on the page of a phone, and sends it. */
async function uploading(file: Uint8Array, locale: string, javaScriptEnabled: boolean) {
  const context = await browser.newContext({ viewport: PHONE, locale, javaScriptEnabled });
  const phone = await context.newPage();
  await phone.goto(`${laurel.url}/verify`);
  await phone
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from(file) });
  await follow(phone.locator('form button[type=submit]').last());
  await phone.waitForLoadState();
  return phone;
}

test('a partner uploads a certificate on a phone without script, and compares it with what was signed', async () => {
  const phone = await uploading(pdf, 'en', false);

  expect(await phone.locator('.verdict.good').count()).toBe(1);
  expect(await phone.locator('[data-field=holder]').innerText()).toContain('ليان الخطّاط');
});

test('a certificate whose file was lost leads to its address in one step more', async () => {
  const phone = await uploading(await edited(pdf, withoutFiles), 'en', false);

  await follow(phone.locator('form button[type=submit]').last());
  await phone.waitForLoadState();
  expect(await phone.locator('.verdict.good').count()).toBe(1);
});

test.each(['en', 'ar'])('every answer to a PDF is accessible on a phone in %s', async (locale) => {
  const files = {
    good: pdf,
    forged: await edited(pdf, writingOver('Kofi Mensah')),
    bare: await edited(pdf, withoutFiles),
    cut: pdf.slice(0, pdf.length / 2),
  };
  for (const [name, file] of Object.entries(files)) {
    const phone = await uploading(file, locale, true);
    await expectAccessible(phone, name);
    await phone.context().close();
  }
});
