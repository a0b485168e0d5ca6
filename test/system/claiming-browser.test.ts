import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STEWARD } from '../../development/demonstration/seed.ts';
import { launchChromium } from '../support/chromium.ts';
import { anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aMember } from '../support/members.ts';
import { expectAccessibleUnscripted, phoneOf } from '../support/phone.ts';

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

const pageOf = (username: string, path: string) =>
  phoneOf(browser, laurel, username, path, { javaScriptEnabled: false });

test.each(['en', 'ar'])(
  'on a phone without script, in %s: later, reported, answered, accepted, thanked for, and invited on',
  async (language) => {
    const asked = `uselang=${language}`;
    const { claim } = await anOffer(laurel, `Claims in ${language}`);
    const admin = await pageOf('Admin of Kano', `${desk}${INVITATION}?${asked}`);
    await expectAccessibleUnscripted(admin, 'invitation');
    await admin.locator('[name=text_1]').fill('تعالوا معنا – come along');
    await admin.locator('[name=url]').fill('https://evil.example/');
    await follow(admin.locator('form:has([name=url]) .actions button'));
    await expectAccessibleUnscripted(admin, 'invitation refused');
    await admin.locator('[name=url]').fill('https://meta.wikimedia.org/wiki/Event:Next');
    await follow(admin.locator('form:has([name=url]) .actions button'));
    await admin.locator('[role=status]').waitFor();

    const holder = await pageOf(`Claims in ${language}`, `${claim}?${asked}`);
    await expectAccessibleUnscripted(holder, 'offer');
    await follow(holder.locator('a[href*="done=later"]'));
    await expectAccessibleUnscripted(holder, 'later');
    await follow(holder.locator(`a[href*="${claim}"]`));
    await holder.locator('details summary').first().click();
    await follow(holder.locator('a[href*="/report"]'));
    await follow(holder.locator('form[action*="/report"] button'));
    await expectAccessibleUnscripted(holder, 'report refused');
    await holder.locator('[name=reason][value=unsafe]').check();
    await holder.locator('[name=words]').fill('اسم شارعي مذكور فيه');
    await follow(holder.locator('form[action*="/report"] button'));
    await expectAccessibleUnscripted(holder, 'reported');

    const steward = await pageOf(STEWARD, `/desk/stewards/reports?${asked}`);
    await expectAccessibleUnscripted(steward, 'reports');
    await follow(steward.locator('.people a').first());
    await expectAccessibleUnscripted(steward, 'review');
    await steward.locator('[name=answer]').fill('We looked into it.');
    await follow(steward.locator('form[action*="/reports/"] button'));
    await steward.locator('[role=status]').waitFor();
    await holder.goto(`${laurel.url}/me/reports?${asked}`);
    await expectAccessibleUnscripted(holder, 'answered');

    await holder.goto(`${laurel.url}${claim}?${asked}`);
    await follow(holder.locator('form[action*="/accept"] button'));
    await expectAccessibleUnscripted(holder, 'accepted');
    expect(await holder.content()).toContain('come along');
    await holder.locator('[name=words]').fill('Thanks! https://example.org/');
    await follow(holder.locator('form[action*="/thanks"] button'));
    expect(await holder.locator('[name=words]').inputValue()).toBe('Thanks! https://example.org/');
    await expectAccessibleUnscripted(holder, 'thanks refused');
    await holder.locator('[name=words]').fill('شكرًا لكم جميعًا!');
    await follow(holder.locator('form[action*="/thanks"] button'));
    await expectAccessibleUnscripted(holder, 'thanked');
    await admin.goto(`${laurel.url}${desk}/thanks?${asked}`);
    expect(await admin.content()).toContain('شكرًا لكم جميعًا!');
    await expectAccessibleUnscripted(admin, 'thanks');
  },
);

test.each(['en', 'ar'])(
  'on a phone without script, in %s: an issuer is muted, its link says so, and it is heard again',
  async (language) => {
    const asked = `uselang=${language}`;
    const { claim } = await anOffer(laurel, `Mutes in ${language}`);
    const holder = await pageOf(`Mutes in ${language}`, `${claim}?${asked}`);
    await holder.locator('details summary').first().click();
    await follow(holder.locator('form[action*="/mute"] button'));
    await expectAccessibleUnscripted(holder, 'muted');
    await holder.goto(`${laurel.url}${claim}?${asked}`);
    await expectAccessibleUnscripted(holder, 'the link of a muted issuer');

    await follow(holder.locator('form[action*="/me/muted"] button'));

    await holder.locator('form[action*="/accept"]').waitFor();
    await holder.goto(`${laurel.url}/me/muted?${asked}`);
    await expectAccessibleUnscripted(holder, 'heard again');
  },
);
