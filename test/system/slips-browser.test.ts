import { groupedSlipCode } from '@laurel/core/slip-code';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aMember } from '../support/members.ts';
import { logInOnWay, PHONE } from '../support/phone.ts';
import { readSeenCode } from '../support/seen-code.ts';
import { makeSheet, sheetAt, showSlip } from '../support/slips.ts';

const ORGANIZER = 'Nomvula of the Archive';
const LONG_EVENT = `${'Ọjọ́ ìkówèépamọ́ ní Ìbàdàn, an archive day '.repeat(4)}of many words`;

/** Run in the page: the texts of slips that do not hold all of their content. */
const CUT_SLIPS = `[...document.querySelectorAll('.slip')]
  .filter((slip) => slip.scrollHeight > slip.clientHeight || slip.scrollWidth > slip.clientWidth)
  .map((slip) => slip.textContent)`;

/** Run in the page: what a slip is printed in, and on. */
const COLOURS = `[getComputedStyle(document.querySelector('.slip'))]
  .flatMap(({ color, backgroundColor }) => [color, backgroundColor])`;

let laurel: Laurel;
let organizer: BrowserSession;
let browser: Browser;
beforeAll(async () => {
  laurel = await startLaurel();
  organizer = await aMember(laurel, ORGANIZER, ['awarder', 'admin']);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

/** A browser of somebody who is logged in at the desk. */
async function atDesk(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await logInOnWay(laurel, page, ORGANIZER, '/desk');
  await page.goto(laurel.url + path);
  return page;
}

test('slips go from the form to the paper and to an accepted award, on phones without script', async () => {
  const ofOrganizer = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const desk = await atDesk(ofOrganizer, `/desk/issuers/${laurel.issuer}/slips`);
  await desk.locator('[name=label]').fill('Archive day');
  await desk.locator('[name=size]').fill('٩');
  await desk.locator('[name=achievement]').selectOption('training-workshop-participation');
  await follow(desk.locator('form[action$="/slips"] button'));
  await desk.waitForURL(/\/slips\/\w+$/);
  const sheet = desk.url();
  await follow(desk.locator('a[href$="/print"]'));
  await desk.locator('.slip').first().waitFor();
  expect(await desk.locator('[data-print]').isVisible()).toBe(false);
  const paper = await desk.locator('.slip').nth(3).screenshot();
  const address = (await readSeenCode(paper)) ?? '';
  expect(address).toMatch(/\/claim\/\d{13}$/);

  const ofGuest = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const guest = await ofGuest.newPage();
  await guest.goto(address);
  await follow(guest.locator('main a.button'));
  await guest.getByRole('textbox').fill('Թամար of Gyumri');
  await follow(guest.getByRole('button', { name: 'Allow' }));
  await guest.waitForURL('**/claim/*');
  await follow(guest.getByRole('button', { name: 'Show my slip' }));
  await guest.getByText('Waiting for the organizers').waitFor();

  await desk.goto(sheet);
  await desk.getByLabel('Թամար of Gyumri').check();
  await follow(desk.locator('button[value=confirm]'));
  await desk.waitForURL(/\/batches\//);
  await desk.locator('main:not(:has(progress))').waitFor();
  expect(await desk.locator('.tally').textContent()).toContain('open offers');

  await guest.goto(address);
  await follow(guest.getByRole('button', { name: 'Accept' }));
  await guest.waitForURL('**/me/awards/**');
  await desk.goto(`${sheet}/print`);
  expect(await desk.locator('.slip').count()).toBe(8);
  await Promise.all([ofOrganizer.close(), ofGuest.close()]);
});

test.each(['en', 'ar'])(
  'every QR code of a printed sheet is read, and no text is cut, in %s',
  async (locale) => {
    const context = await browser.newContext({ locale, deviceScaleFactor: 2 });
    const sheet = await makeSheet(laurel, organizer, { label: LONG_EVENT, size: '12' });
    const { codes } = await sheetAt(laurel, sheet);
    const page = await atDesk(context, `${sheet}/print`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    // The width between margins of a centimetre: of A4, and of Letter.
    for (const width of [718, 740]) {
      await page.setViewportSize({ width, height: 980 });
      const cut = await page.evaluate(CUT_SLIPS);
      expect(cut).toEqual([]);
    }
    for (const [at, code] of codes.entries()) {
      const slip = page.locator('.slip').nth(at);
      expect(await slip.textContent()).toContain(groupedSlipCode(code));
      expect(await readSeenCode(await slip.screenshot())).toBe(`${laurel.origin}/claim/${code}`);
    }
    const colours = await page.evaluate(COLOURS);
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await context.close();
  },
);

test.each(['A4', 'Letter'])(
  'on %s eight slips stand on a page, and none on two',
  async (format) => {
    const context = await browser.newContext();
    const sheet = await makeSheet(laurel, organizer, { label: LONG_EVENT, size: '19' });
    const { codes } = await sheetAt(laurel, sheet);
    const page = await atDesk(context, `${sheet}/print`);
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const pdf = await getDocument({
      data: new Uint8Array(await page.pdf({ format })),
      verbosity: 0,
    }).promise;
    expect(pdf.numPages).toBe(3);
    for (const [at, expected] of [8, 8, 3].entries()) {
      const { items } = await (await pdf.getPage(at + 1)).getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      const spaced = text.replaceAll(/\s+/g, ' ');
      const here = codes.slice(at * 8, at * 8 + expected);
      expect(here.filter((code) => spaced.includes(groupedSlipCode(code)))).toEqual(here);
      expect([...spaced.matchAll(/then you decide\./g)]).toHaveLength(expected);
      expect([...spaced.matchAll(/No\. \d/g)]).toHaveLength(expected);
    }
    await context.close();
  },
);

test.each(['en', 'ar'])('every page of slips is accessible on a phone in %s', async (locale) => {
  const sheet = await makeSheet(laurel, organizer, { label: LONG_EVENT });
  const { codes } = await sheetAt(laurel, sheet);
  const [own = '', others = '', refused = '', blank = ''] = codes;
  await organizer.post(`/claim/${own}`);
  await showSlip(laurel, `Ọlá of Ìbàdàn ${locale}`, others);
  await showSlip(laurel, `علي من البصرة ${locale}`, refused);
  await organizer.post(`${sheet}/people`, { act: 'refuse', number: '3' });

  const context = await browser.newContext({ viewport: PHONE, locale, bypassCSP: true });
  const page = await context.newPage();
  const check = async (path: string) => {
    await page.goto(laurel.url + path);
    await expectAccessible(page, `${locale} ${path}`);
  };
  await check('/claim');
  await page.locator('[name=code]').fill('123');
  await follow(page.locator('form[action^="/claim"] button'));
  await expectAccessible(page, `${locale} mistyped`);
  await check(`/claim/${blank}`);
  await logInOnWay(laurel, page, ORGANIZER, '/desk');
  for (const path of [
    `/desk/issuers/${laurel.issuer}/slips`,
    sheet,
    `${sheet}?state=refused`,
    `${sheet}/print`,
    `/claim/${own}`,
    '/me',
  ]) {
    await check(path);
  }
  await page.goto(laurel.url + sheet);
  await follow(page.locator('button[value=confirm]'));
  await expectAccessible(page, `${locale} nobody ticked`);
  await page.goto(`${laurel.url}/desk/issuers/${laurel.issuer}/slips`);
  for (const fold of await page.locator('details:not(.sections) > summary').all()) {
    await fold.click();
  }
  await expectAccessible(page, `${locale} new slips`);
  await context.clearCookies();
  await logInOnWay(laurel, page, `Somebody Else ${locale}`, `/claim/${blank}`);
  await expectAccessible(page, `${locale} blank slip`);
  await context.close();
});
