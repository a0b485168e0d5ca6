import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STEWARD } from '../../development/demonstration/seed.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';

const PHONE = { width: 360, height: 740 };
const PROOF = 'https://meta.wikimedia.org/wiki/Special:Diff/29000001';
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2H0z"/></svg>';

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

/** A phone on which somebody has logged in by the pages, on their way to a page of ours. */
async function phoneOf(username: string, path: string, javaScriptEnabled: boolean, locale = 'en') {
  const context = await browser.newContext({
    viewport: PHONE,
    locale,
    javaScriptEnabled,
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(`${laurel.url}/login?return=${encodeURIComponent(path)}`);
  await page.getByRole('textbox').fill(username);
  await follow(page.getByRole('button', { name: 'Allow' }));
  await page.waitForURL(`**${path}*`);
  return page;
}

async function fillApplication(page: Page, slug: string, applicant: string): Promise<void> {
  await page.locator('[name=language_1]').selectOption('ha');
  await page.locator('[name=name_1]').fill('Masu adana tarihi');
  await page.locator('[name=description_1]').fill('Muna shirya ranakun adana tarihi.');
  await page.locator('[name=slug]').fill(slug);
  await page.locator('[name=proof]').fill(PROOF);
  await page.locator('[name=contact1]').fill(applicant);
  await page.locator('[name=contact2]').fill('Zainab of Kano');
}

/** Nothing that axe objects to, and nothing wider than the phone. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = Object(await page.evaluate('axe.run()'));
  expect(violations.map(({ id, nodes }: never) => [where, id, JSON.stringify(nodes)])).toEqual([]);
  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect([where, wider]).toEqual([where, 0]);
}

test('a group goes from applying to a logo on its page, on phones without script', async () => {
  const applicant = 'Bala of Kano';
  const page = await phoneOf(applicant, '/desk/apply', false);
  await fillApplication(page, 'masu-adana-tarihi', applicant);
  await follow(page.locator('button[name=add]'));
  await page.locator('[name=language_2]').selectOption('en');
  await page.locator('[name=name_2]').fill('Archivists of Kano');
  await follow(page.getByRole('button', { name: 'Send the application' }).last());
  await page.waitForURL(/\/desk\/applications\/\w+/);

  const review = await phoneOf(STEWARD, '/desk/stewards', false);
  await follow(review.getByRole('link', { name: 'Archivists of Kano' }));
  await review.locator('[name=vouchedBy]').fill('Stewards of the test');
  await follow(review.getByRole('button', { name: 'Accept', exact: true }));
  await review.getByText('Accepted', { exact: true }).waitFor();

  await page.reload();
  await follow(page.getByRole('link', { name: 'Open the desk' }));
  await follow(page.getByRole('link', { name: 'Settings' }));
  await page
    .locator('input[name=file]')
    .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(LOGO) });
  await page.locator('input[name=mark]').check();
  await follow(page.getByRole('button', { name: 'Show this logo' }));
  await page.getByText('This is the logo now.').waitFor();

  const partner = await (await browser.newContext({ viewport: PHONE })).newPage();
  await partner.goto(`${laurel.url}/issuers/masu-adana-tarihi`);
  expect(await partner.getByRole('heading', { level: 1 }).textContent()).toBe('Archivists of Kano');
  const shown = await partner.evaluate('document.querySelector("img.logo").naturalWidth');
  expect(Number(shown)).toBeGreaterThan(0);
  expect(await partner.getByText('Stewards of the test').count()).toBe(1);
});

test.each(['en', 'ar'])('applying and reviewing is accessible on a phone in %s', async (locale) => {
  const applicant = `Applicant in ${locale}`;
  const page = await phoneOf(applicant, '/desk/apply', true, locale);
  await fillApplication(page, `group-in-${locale}`, applicant);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\/applications\/\w+/);
  await expectAccessible(page, `${locale} application`);
  const id = /\/applications\/(\w+)/.exec(page.url())?.[1] ?? '';

  const review = await phoneOf(STEWARD, '/desk/stewards', true, locale);
  await expectAccessible(review, `${locale} queue`);
  for (const path of [`/applications/${id}`, '/grants', '/issuers', '/audit']) {
    await review.goto(`${laurel.url}/desk/stewards${path}`);
    await expectAccessible(review, `${locale} ${path}`);
  }
  await review.goto(`${laurel.url}/desk/stewards/applications/${id}`);
  await review.locator('[name=answer]').fill('من فضلكم أضيفوا من أنتم.');
  await follow(review.locator('form[action*="/decline"] button'));
  await review.locator('main:not(:has([name=answer]))').waitFor();
  await page.reload();
  await expectAccessible(page, `${locale} refused application`);
});
