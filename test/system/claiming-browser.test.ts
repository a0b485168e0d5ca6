import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STEWARD } from '../../development/demonstration/seed.ts';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';

const PHONE = { width: 360, height: 740 };
const INVITATION = '/achievements/training-workshop-participation/invitation';

let laurel: Laurel;
let browser: Browser;
let desk: string;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  desk = `/desk/issuers/${laurel.issuer}`;
  await aMember(laurel, 'Admin of Kano', ['admin']);
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

/** Scripts are off on these pages; axe runs in a copy of them, in either scheme of colours. */
async function expectGood(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: PHONE, colorScheme });
    const copy = await context.newPage();
    await copy.setContent(await page.content());
    await copy.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    await expectAccessible(copy, `${where}, ${colorScheme}`);
    await context.close();
  }
}

test.each(['en', 'ar'])(
  'on a phone without script, in %s: later, reported, answered, accepted, thanked for, and invited on',
  async (language) => {
    const asked = `uselang=${language}`;
    const { claim } = await anOffer(laurel, `Claims in ${language}`);
    const admin = await pageOf('Admin of Kano', `${desk}${INVITATION}?${asked}`);
    await expectGood(admin, 'invitation');
    await admin.locator('[name=text_1]').fill('تعالوا معنا – come along');
    await admin.locator('[name=url]').fill('https://evil.example/');
    await admin.locator('form:has([name=url]) .actions button').click();
    await expectGood(admin, 'invitation refused');
    await admin.locator('[name=url]').fill('https://meta.wikimedia.org/wiki/Event:Next');
    await admin.locator('form:has([name=url]) .actions button').click();
    await admin.locator('[role=status]').waitFor();

    const holder = await pageOf(`Claims in ${language}`, `${claim}?${asked}`);
    await expectGood(holder, 'offer');
    await holder.locator('a[href*="done=later"]').click();
    await expectGood(holder, 'later');
    await holder.locator(`a[href*="${claim}"]`).click();
    await holder.locator('details summary').first().click();
    await holder.locator('a[href*="/report"]').click();
    await holder.locator('form[action*="/report"] button').click();
    await expectGood(holder, 'report refused');
    await holder.locator('[name=reason][value=unsafe]').check();
    await holder.locator('[name=words]').fill('اسم شارعي مذكور فيه');
    await holder.locator('form[action*="/report"] button').click();
    await expectGood(holder, 'reported');

    const steward = await pageOf(STEWARD, `/desk/stewards/reports?${asked}`);
    await expectGood(steward, 'reports');
    await steward.locator('.people a').first().click();
    await expectGood(steward, 'review');
    await steward.locator('[name=answer]').fill('We looked into it.');
    await steward.locator('form[action*="/reports/"] button').click();
    await steward.locator('[role=status]').waitFor();
    await holder.goto(`${laurel.url}/me/reports?${asked}`);
    await expectGood(holder, 'answered');

    await holder.goto(`${laurel.url}${claim}?${asked}`);
    await holder.locator('form[action*="/accept"] button').click();
    await expectGood(holder, 'accepted');
    expect(await holder.content()).toContain('come along');
    await holder.locator('[name=words]').fill('Thanks! https://example.org/');
    await holder.locator('form[action*="/thanks"] button').click();
    expect(await holder.locator('[name=words]').inputValue()).toBe('Thanks! https://example.org/');
    await expectGood(holder, 'thanks refused');
    await holder.locator('[name=words]').fill('شكرًا لكم جميعًا!');
    await holder.locator('form[action*="/thanks"] button').click();
    await expectGood(holder, 'thanked');
    await admin.goto(`${laurel.url}${desk}/thanks?${asked}`);
    expect(await admin.content()).toContain('شكرًا لكم جميعًا!');
    await expectGood(admin, 'thanks');
  },
);

test.each(['en', 'ar'])(
  'on a phone without script, in %s: an issuer is muted, its link says so, and it is heard again',
  async (language) => {
    const asked = `uselang=${language}`;
    const { claim } = await anOffer(laurel, `Mutes in ${language}`);
    const holder = await pageOf(`Mutes in ${language}`, `${claim}?${asked}`);
    await holder.locator('details summary').first().click();
    await holder.locator('form[action*="/mute"] button').click();
    await expectGood(holder, 'muted');
    await holder.goto(`${laurel.url}${claim}?${asked}`);
    await expectGood(holder, 'the link of a muted issuer');

    await holder.locator('form[action*="/me/muted"] button').click();

    await holder.locator('form[action*="/accept"]').waitFor();
    await holder.goto(`${laurel.url}/me/muted?${asked}`);
    await expectGood(holder, 'heard again');
  },
);
