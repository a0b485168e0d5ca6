import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { expectAccessible } from '../support/accessible.ts';
import { filesIn, listIn } from '../support/archive.ts';
import { anAwardRequest, award } from '../support/awarding.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aMember } from '../support/members.ts';

const PHONE = { width: 360, height: 740 };
const ORGANIZER = 'Folasade of the Library';

let laurel: Laurel;
let browser: Browser;
let path: string;
beforeAll(async () => {
  laurel = await startLaurel();
  await aMember(laurel, ORGANIZER, ['awarder']);
  browser = await launchChromium();
  const { batch } = await award(
    laurel,
    anAwardRequest({ recipients: [{ username: 'Ọlá of Ìbàdàn' }, { username: 'Nobody There' }] }),
  );
  path = `/desk/issuers/${laurel.issuer}/batches/${batch}`;
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

async function onPhone(locale: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, locale, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${laurel.url}/login?return=/desk`);
  await page.getByRole('textbox').fill(ORGANIZER);
  await follow(page.getByRole('button', { name: 'Allow' }));
  await page.waitForURL('**/desk');
  await page.goto(laurel.url + path);
  return page;
}

test('an organizer takes certificates along on a phone without script, on the paper they have', async () => {
  const page = await onPhone('en', false);
  await page.getByLabel('Paper').selectOption('letter');
  await page.getByLabel('Orientation').selectOption('portrait');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download (ZIP)' }).click(),
  ]);

  expect(download.suggestedFilename()).toMatch(/^certificates-\w+-1-of-1\.zip$/);
  expect(new URL(download.url()).search).toBe('?paper=letter&orientation=portrait&part=1');
  const files = await filesIn(await readFile(await download.path()));
  expect(files.map(({ name }) => name)).toEqual(['1 Ọlá of Ìbàdàn.pdf', '_list.csv']);
  expect((await openPdf(files[0]?.bytes ?? new Uint8Array())).text).toContain('Ọlá of Ìbàdàn');
  expect(listIn(files)).toHaveLength(3);
  await page.context().close();
});

test.each(['en', 'ar'])(
  'the page with certificates is accessible on a phone in %s',
  async (locale) => {
    const page = await onPhone(locale, true);

    await expectAccessible(page, locale);
    expect(await page.locator('section[aria-labelledby=certificates] button').count()).toBe(1);
    await page.context().close();
  },
);
