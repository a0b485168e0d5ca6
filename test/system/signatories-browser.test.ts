import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedSignatories } from '../../development/demonstration/signatories.ts';
import { expectAccessible } from '../support/accessible.ts';
import { aCredential } from '../support/awarding.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { sendOffer, signatoriesPath } from '../support/signing.ts';

const PHONE = { width: 360, height: 740 };
const GROUP = 'signing-group';

let laurel: Laurel;
let browser: Browser;
beforeAll(async () => {
  laurel = await startLaurel();
  await anotherIssuer(laurel, GROUP, 'Admin on a Phone');
  await aMember(laurel, 'Layan on a Phone', ['awarder'], GROUP);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

/** A browser of somebody who is logged in, at a page. */
async function at(context: BrowserContext, username: string, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${laurel.url}/login?return=${encodeURIComponent('/desk')}`);
  await page.getByRole('textbox').fill(username);
  await follow(page.getByRole('button', { name: 'Allow' }));
  await page.waitForURL('**/desk');
  await page.goto(laurel.url + path);
  return page;
}

test('a member offers to sign in two languages and is put on, on phones without script', async () => {
  const context = () => browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const layan = await at(await context(), 'Layan on a Phone', signatoriesPath(GROUP));
  await layan.getByLabel('Your name').fill('Layan al-Khattat');
  await layan.getByLabel('Your office').fill('Chair');
  await follow(layan.getByRole('button', { name: 'Add a language' }));
  await layan.getByLabel('Certificates in').nth(1).selectOption('ar');
  await layan.getByLabel('Your name').nth(1).fill('ليان الخطّاط');
  await layan.getByLabel('Your office').nth(1).fill('رئيسة المجموعة');
  await follow(layan.getByRole('button', { name: 'Offer to sign' }).last());
  expect(await layan.getByRole('alert').textContent()).toContain('Tick this');
  expect(await layan.getByLabel('Your name').nth(1).inputValue()).toBe('ليان الخطّاط');
  await layan.getByLabel('I want certificates of this group to name me like this').check();
  await follow(layan.getByRole('button', { name: 'Offer to sign' }).last());
  expect(await layan.getByRole('status').textContent()).toContain('You offered to sign');

  const admin = await at(await context(), 'Admin on a Phone', `/desk/issuers/${GROUP}`);
  await follow(admin.getByRole('link', { name: '1 person offers to sign certificates' }));
  await follow(admin.getByRole('button', { name: 'Put on certificates' }));
  expect(await admin.getByRole('status').textContent()).toContain('New certificates name');

  await layan.reload();
  expect(await layan.locator('#own').locator('..').textContent()).toContain(
    'New certificates name you.',
  );
  await layan.getByText('Do not name me any more').first().click();
  await follow(layan.getByRole('button', { name: 'Do not name me any more' }));
  expect(await layan.getByRole('status').textContent()).toContain('You are not named');
});

test.each(['en', 'ar'])(
  'the pages of who signs are accessible on a phone in %s',
  async (locale) => {
    const issuer = `accessible-${locale}`;
    const admin = await anotherIssuer(laurel, issuer, `Admin of ${issuer}`);
    const member = await aMember(laurel, `Member of ${issuer}`, ['awarder'], issuer);
    await sendOffer(member, issuer, {
      bn: ['রাহেলা সুলতানা', 'সম্পাদক'],
      ar: ['راحلة سلطانة', 'أمينة السر'],
    });
    await sendOffer(admin, issuer, { yo: ['Ọláńrewájú Adéṣínà'.repeat(4)] });
    const context = await browser.newContext({ viewport: PHONE, locale });
    const page = await at(context, `Admin of ${issuer}`, signatoriesPath(issuer));
    await expectAccessible(page, 'offers');
    for (const left of [2, 1]) {
      expect(await page.locator('form[action*="/accept"]').count()).toBe(left);
      await follow(page.locator('form[action*="/accept"] button').first());
      await expectAccessible(page, `put on, ${left} waited`);
    }
    await page.evaluate(
      "document.querySelectorAll('details').forEach((one) => { one.open = true; })",
    );
    await expectAccessible(page, 'taking off');
    await follow(page.locator('button[name="add"]'));
    await follow(page.locator('form:has([name=agree]) > button').last());
    await expectAccessible(page, 'refused');
  },
);

test.each(['en', 'ar'])(
  'a certificate that is signed by two is accessible in %s',
  async (locale) => {
    await seedSignatories(laurel.stewardship, Math.floor(Date.now() / 1000));
    const { page: address } = await aCredential(laurel, { language: locale });
    const context = await browser.newContext({ viewport: PHONE, locale });
    const page = await context.newPage();

    await page.goto(address);

    expect(await page.textContent('main')).toContain('রাহেলা সুলতানা');
    await expectAccessible(page, 'credential');
  },
);
