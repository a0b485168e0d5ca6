import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserSession } from '../support/browser-session.ts';
import { launchChromium } from '../support/chromium.ts';
import { aShownCredential } from '../support/endorsing.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { expectAccessibleUnscripted, PHONE } from '../support/phone.ts';
import { signedIn, tokenOf } from '../support/stored-sessions.ts';

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

async function phoneOf(session: BrowserSession | null, locale: string): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, locale, javaScriptEnabled: false });
  if (session !== null) {
    const token = tokenOf(session);
    await context.addCookies([{ name: 'laurel-session', value: token, url: laurel.origin }]);
  }
  return context.newPage();
}

describe.each([
  {
    locale: 'en',
    holder: 'Zainab of Kano',
    endorser: 'Adwoa of Kumasi',
    story: 'She lit the lamps before anybody came, and put them out after all of us had left.',
  },
  {
    locale: 'ar',
    holder: 'ليلى من صنعاء',
    endorser: 'هدى من عدن',
    story: 'كانت تضيء المصابيح قبل أن يأتي أحد، وتطفئها بعد أن نغادر جميعًا.',
  },
])('on a phone without script, in $locale', ({ locale, holder, endorser, story }) => {
  test('a holder asks, whoever was there writes, the holder accepts, and anybody reads it', async () => {
    const held = await aShownCredential(laurel, holder);
    const own = await phoneOf(held.session, locale);
    await own.goto(`${laurel.origin}/me/awards/${held.award}`);
    await follow(own.locator(`a[href*="/endorsements"]`));
    await expectAccessibleUnscripted(own, 'nothing yet');
    await own.locator('[name=username]').fill(endorser);
    await follow(own.locator('main form button').first());
    await expectAccessibleUnscripted(own, 'is this the person');
    await follow(own.locator('[value=send]'));
    await expectAccessibleUnscripted(own, 'asked');

    const other = await phoneOf(await signedIn(laurel, endorser), locale);
    await other.goto(`${laurel.origin}/me`);
    await follow(other.locator('.note a[href*="/me/endorsing"]'));
    await expectAccessibleUnscripted(other, 'asked of me');
    await follow(other.locator('a.button[href*="/me/endorsing/"]'));
    await expectAccessibleUnscripted(other, 'to write');
    await other.locator('[name=behaviour]').selectOption('welcoming-newcomers');
    await other.locator('[name=story]').fill(story);
    await other.locator('[name=language]').selectOption(locale);
    await other.locator('[name=disclosure][value=account]').check();
    await follow(other.locator('form:has([name=story]) button'));
    await expectAccessibleUnscripted(other, 'written');
    expect(await other.content()).toContain(story);

    await own.goto(`${laurel.origin}/me`);
    await follow(own.locator('.note a[href*="/endorsements"]'));
    await expectAccessibleUnscripted(own, 'to accept');
    await follow(own.locator('form[action*="/accept"] button'));
    await expectAccessibleUnscripted(own, 'accepted');
    await own.goto(`${laurel.origin}/me/awards/${held.award}`);
    await expectAccessibleUnscripted(own, 'to take along');

    const reader = await phoneOf(null, locale);
    await reader.goto(`${laurel.origin}/c/${held.id}`);
    await follow(reader.locator('a[href*="/endorsements"]'));
    await expectAccessibleUnscripted(reader, 'list');
    expect(await reader.locator('blockquote').innerText()).toContain(story);
    expect(await reader.locator('main').innerText()).toContain(endorser);
    await follow(reader.locator('article a'));
    await expectAccessibleUnscripted(reader, 'one');
    expect(await reader.locator('[data-verdict=valid]').count()).toBeGreaterThan(0);

    await other.goto(`${laurel.origin}/me/endorsing`);
    await follow(other.locator('form[action*="take-back"] button'));
    await reader.reload();
    await expectAccessibleUnscripted(reader, 'taken back');
    expect(await reader.content()).not.toContain(endorser);
  });
});
