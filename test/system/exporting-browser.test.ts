import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import { filesIn } from '../support/archive.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aHolder, makeRecord } from '../support/recording.ts';

const PHONE = { width: 360, height: 740 };

const directory = mkdtempSync(join(tmpdir(), 'laurel-archive-'));

let laurel: Laurel;
let browser: Browser;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
  rmSync(directory, { recursive: true });
});

/** Unpacks an archive; the address of its first page. */
async function unpacked(archive: Uint8Array, name: string): Promise<string> {
  const folder = join(directory, name);
  for (const file of await filesIn(archive)) {
    const path = join(folder, file.name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.bytes);
  }
  return pathToFileURL(join(folder, 'index.html')).href;
}

test.each([
  { locale: 'en', colorScheme: 'light', name: 'Wangari of Nyeri' },
  { locale: 'ar', colorScheme: 'dark', name: 'ليلى من طنجة' },
] as const)(
  'everything is downloaded on a phone without script, in $locale ($colorScheme), and read without a network',
  async ({ name, ...options }) => {
    const { session, credentials } = await aHolder(laurel, name, [{}, { disclosure: 'none' }]);
    await makeRecord(session, credentials);
    const shape = { viewport: PHONE, bypassCSP: true, ...options };
    const context = await browser.newContext({ ...shape, acceptDownloads: true });
    await context.addCookies(
      [...session.cookies].map(([cookie, value]) => ({ name: cookie, value, url: laurel.url })),
    );
    const page = await context.newPage();
    await page.goto(`${laurel.url}/me/erase`);
    await follow(page.locator('a[href*="/me/export"]'));
    await page.locator('a[href*="archive.zip"]').waitFor();
    await expectAccessible(page, `${options.locale} export`);
    expect(await page.locator('html').getAttribute('dir')).toBe(
      options.locale === 'ar' ? 'rtl' : 'ltr',
    );
    const begun = page.waitForEvent('download');
    await page.locator('a[href*="archive.zip"]').click();
    const download = await begun;
    expect(download.suggestedFilename()).toMatch(/^laurel-\d{4}-\d\d-\d\d\.zip$/);
    const archive = readFileSync(await download.path());
    await context.close();

    const alone = await browser.newContext({ ...shape, offline: true });
    const reading = await alone.newPage();
    const asked: string[] = [];
    reading.on('request', (request) => asked.push(new URL(request.url()).protocol));
    await reading.goto(await unpacked(archive, options.locale));
    await expectAccessible(reading, `${options.locale} archive`);
    expect(await reading.locator('article').count()).toBe(3);
    await follow(reading.locator('a[href="data/account.json"]'));
    expect(await reading.locator('body').innerText()).toContain(name);
    await reading.goBack();
    await follow(reading.locator('a[href="verify.html"]'));
    await reading.locator('input[type="file"]').waitFor();
    expect(new Set(asked)).toEqual(new Set(['file:']));
    await alone.close();
  },
);
