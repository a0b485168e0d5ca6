import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STEWARD } from '../../development/demonstration/seed.ts';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

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

async function pageOf(username: string, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${laurel.url}/login?return=${encodeURIComponent(path)}`);
  await page.getByRole('textbox').fill(username);
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.waitForURL((url) => url.pathname === new URL(path, laurel.url).pathname);
  return page;
}

/** Scripts are off on these pages; axe runs in a copy of them. */
async function expectGood(page: Page, where: string): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE });
  const copy = await context.newPage();
  await copy.setContent(await page.content());
  await expectAccessible(copy, where);
  await context.close();
}

test.each([
  ['en', 'Amina Jallow', 'Name given by the holder, checked by nobody'],
  ['ar', 'أمينة جالو', 'اسم قدّمه صاحب الشهادة ولم يتحقق منه أحد'],
])(
  'on a phone without script, in %s: a name is given, stands on a certificate, and is changed by a steward',
  async (language, name, note) => {
    const username = `Holder in ${language}`;
    const { award } = await anAcceptedAward(laurel, username);
    const page = await pageOf(username, `/me/name?uselang=${language}`);
    await expectGood(page, 'first name');
    await page.locator('[name=name_1]').fill(`${name} <b>`);
    await page.locator('form[action*="/me/name"] button:not([name]):not(.aside)').click();
    expect(await page.locator('[name=name_1]').inputValue()).toBe(`${name} <b>`);
    await expectGood(page, 'mistake');
    await page.locator('[name=name_1]').fill(name);
    await page.locator('[value=add]').click();
    await page.locator('[name=name_2]').fill('အမီနာ');
    await page.locator('[name=language_2]').selectOption('my');
    await page.locator('form[action*="/me/name"] button:not([name]):not(.aside)').click();
    await expectGood(page, 'check');
    expect(await page.locator('main').innerText()).toContain(note);
    await page.locator('[value=keep]').click();
    await page.waitForURL(/done=given/);

    await page.goto(`${laurel.url}/me/awards/${award}?uselang=${language}`);
    await expectGood(page, 'make');
    await page.locator('[value=name]').check();
    await page.locator('[name=writing]').selectOption(language);
    await page.locator('[name=note]').fill('Alliance');
    await page
      .locator('form[action*="/credentials?"] button, form[action$="/credentials"] button')
      .first()
      .click();
    await page.waitForURL(/done=made/);
    await expectGood(page, 'made');
    await page.locator('[name=link][value=on]').click();
    await page.waitForURL(/done=link_on/);
    await page.locator('a[href*="/c/"]').first().click();
    const shown = await page.locator('main').innerText();
    expect(shown).toContain(name);
    expect(shown).not.toContain(username);

    await page.goto(`${laurel.url}/me/name?uselang=${language}`);
    await page.locator('summary').last().click();
    await page.locator('[name=why]').fill('I married.');
    await page.locator('[name=name_1]').fill(`${name} ${name}`);
    await page.locator('form[action*="/change"] button:not([name]):not(.aside)').click();
    await page.locator('[value=keep]').click();
    await page.waitForURL(/done=asked/);
    await expectGood(page, 'asked');
    const steward = await pageOf(STEWARD, `/desk/stewards/names?uselang=${language}`);
    await expectGood(steward, 'queue');
    await steward.locator('.people a').last().click();
    await expectGood(steward, 'review');
    await steward.locator('[name=decision][value=approved]').click();
    await steward.waitForURL(/done=decided/);
    await page.goto(`${laurel.url}/me/name?uselang=${language}`);
    expect(await page.locator('main').innerText()).toContain(`${name} ${name}`);
    await expectGood(page, 'changed');
  },
);
