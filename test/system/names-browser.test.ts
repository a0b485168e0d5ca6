import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STEWARD } from '../../development/demonstration/seed.ts';
import { launchChromium } from '../support/chromium.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { expectAccessibleUnscripted, phoneOf } from '../support/phone.ts';

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

const pageOf = (username: string, path: string) =>
  phoneOf(browser, laurel, username, path, { javaScriptEnabled: false });

test.each([
  ['en', 'Amina Jallow', 'Name given by the holder, checked by nobody'],
  ['ar', 'أمينة جالو', 'اسم قدّمه صاحب الشهادة ولم يتحقق منه أحد'],
])(
  'on a phone without script, in %s: a name is given, stands on a certificate, and is changed by a steward',
  async (language, name, note) => {
    const username = `Holder in ${language}`;
    const { award } = await anAcceptedAward(laurel, username);
    const page = await pageOf(username, `/me/name?uselang=${language}`);
    await expectAccessibleUnscripted(page, 'first name');
    await page.locator('[name=name_1]').fill(`${name} <b>`);
    await follow(page.locator('form[action*="/me/name"] button:not([name]):not(.aside)'));
    expect(await page.locator('[name=name_1]').inputValue()).toBe(`${name} <b>`);
    await expectAccessibleUnscripted(page, 'mistake');
    await page.locator('[name=name_1]').fill(name);
    await follow(page.locator('[value=add]'));
    await page.locator('[name=name_2]').fill('အမီနာ');
    await page.locator('[name=language_2]').selectOption('my');
    await follow(page.locator('form[action*="/me/name"] button:not([name]):not(.aside)'));
    await expectAccessibleUnscripted(page, 'check');
    expect(await page.locator('main').innerText()).toContain(note);
    await follow(page.locator('[value=keep]'));
    await page.waitForURL(/done=given/);

    await page.goto(`${laurel.url}/me/awards/${award}?uselang=${language}`);
    await expectAccessibleUnscripted(page, 'make');
    await page.locator('[value=name]').check();
    await page.locator('[name=writing]').selectOption(language);
    await page.locator('[name=note]').fill('Alliance');
    await follow(
      page
        .locator('form[action*="/credentials?"] button, form[action$="/credentials"] button')
        .first(),
    );
    await page.waitForURL(/done=made/);
    await expectAccessibleUnscripted(page, 'made');
    await follow(page.locator('[name=link][value=on]'));
    await page.waitForURL(/done=link_on/);
    await follow(page.locator('a[href*="/c/"]').first());
    const shown = await page.locator('main').innerText();
    expect(shown).toContain(name);
    expect(shown).not.toContain(username);

    await page.goto(`${laurel.url}/me/name?uselang=${language}`);
    await page.locator('summary').last().click();
    await page.locator('[name=why]').fill('I married.');
    await page.locator('[name=name_1]').fill(`${name} ${name}`);
    await follow(page.locator('form[action*="/change"] button:not([name]):not(.aside)'));
    await follow(page.locator('[value=keep]'));
    await page.waitForURL(/done=asked/);
    await expectAccessibleUnscripted(page, 'asked');
    const steward = await pageOf(STEWARD, `/desk/stewards/names?uselang=${language}`);
    await expectAccessibleUnscripted(steward, 'queue');
    await follow(steward.locator('.people a').last());
    await expectAccessibleUnscripted(steward, 'review');
    await follow(steward.locator('[name=decision][value=approved]'));
    await steward.waitForURL(/done=decided/);
    await page.goto(`${laurel.url}/me/name?uselang=${language}`);
    expect(await page.locator('main').innerText()).toContain(`${name} ${name}`);
    await expectAccessibleUnscripted(page, 'changed');
  },
);
