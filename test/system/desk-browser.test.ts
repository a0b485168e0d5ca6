import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import { awardInBrowser, logInToDesk } from '../support/award-in-browser.ts';
import { reportOf } from '../support/awarding.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';

const PHONE = { width: 360, height: 740 };
const SHEETS = 'packages/sheet/test/sheets';
const ORGANIZER = 'Wanjiru of the Archive';

let laurel: Laurel;
let browser: Browser;
beforeAll(async () => {
  laurel = await startLaurel();
  await aMember(laurel, ORGANIZER, ['awarder', 'admin']);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

test.each(readdirSync(SHEETS).filter((file) => /\.(csv|tsv)$/.test(file)))(
  '%s goes from login to issued certificates on a phone without script',
  async (file) => {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    const batch = await awardInBrowser(page, {
      laurel,
      organizer: ORGANIZER,
      sheet: `${SHEETS}/${file}`,
    });
    const report = await reportOf(laurel, batch.split('/').at(-1)?.split('?')[0] ?? '');
    const issued = report.recipients.filter(({ state }) => state === 'accepted');
    expect(issued.length).toBeGreaterThan(10);
    const [first] = issued;
    const verified = await fetch(first?.credential ?? '');
    expect(verified.status).toBe(200);
    expect(await verified.text()).toContain('verdict good');
    const lost = report.recipients.filter(
      ({ state, refusal }) => state !== 'accepted' && refusal === undefined,
    );
    expect(lost).toEqual([]);
    await context.close();
  },
);

test.each(['en', 'ar'])('every page of the way is accessible on a phone in %s', async (locale) => {
  const context = await browser.newContext({ viewport: PHONE, locale, bypassCSP: true });
  const page = await context.newPage();
  const seen: string[] = [];
  await awardInBrowser(page, {
    laurel,
    organizer: ORGANIZER,
    sheet: `${SHEETS}/workshop-indonesia.csv`,
    onPage: async (name, at) => {
      seen.push(name);
      await expectAccessible(at, `${locale} ${name}`);
    },
  }).catch((error: unknown) => {
    // Everybody on this sheet holds the award by now, so that nothing new may be signed at its end.
    if (seen.at(-1) !== 'batch') throw error;
  });
  expect(seen).toHaveLength(8);
  for (const path of [
    '',
    '/batches',
    '/figures',
    '/figures/unthanked',
    '/awards',
    '/members',
    '/settings',
    '/tokens',
    '/audit',
  ]) {
    await page.goto(`${laurel.url}/desk/issuers/${laurel.issuer}${path}`);
    await expectAccessible(page, `${locale} ${path}`);
  }
  await page.goto(`${laurel.url}/desk`);
  await expectAccessible(page, `${locale} desk`);
  await page.goto(`${laurel.url}/desk/apply`);
  await expectAccessible(page, `${locale} apply`);
  await page.locator('[name=name_1]').fill('Wikimedians of Tamale');
  await page.keyboard.press('Enter');
  await page.locator('.mistakes').waitFor();
  await expectAccessible(page, `${locale} apply, refused`);
  await context.close();
});

test('the way is gone with the keyboard alone', async () => {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await logInToDesk(page, laurel, ORGANIZER);
  const reach = async (selector: string) => {
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`))
        return;
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  };
  await reach('textarea[name=list]');
  await page.keyboard.type('Keyed of Lomé');
  await reach('form[enctype] button');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/reading/);
  await reach('form[action*="/reading"] button:not([name])');
  await page.keyboard.press('Enter');
  await page.locator('main:not(:has(progress)) [value=go_on]').waitFor();
  await reach('[value=go_on]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/terms/);
  await reach('[name=achievement]');
  await page.keyboard.type('Workshop');
  const chosen = await page.locator('[name=achievement]').inputValue();
  expect(chosen).not.toBe('');
  await reach('form[action*="/terms"] button');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/award/);
  await reach('form[action*="/award"] button');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/batches\//);
  await context.close();
});
