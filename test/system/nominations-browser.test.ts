import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { useUp } from '../support/limits.ts';
import { aMember } from '../support/members.ts';
import { aNomination, nominated, passDays } from '../support/nominating.ts';
import { phoneOf } from '../support/phone.ts';
import { signedIn } from '../support/stored-sessions.ts';

const REVIEWER = 'مريم المُراجِعة';
const NOMINEE = 'Ọmọlará of Ìbàdàn';

let laurel: Laurel;
let browser: Browser;
beforeAll(async () => {
  laurel = await startLaurel();
  await aMember(laurel, REVIEWER, ['reviewer']);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

const pageOf = (username: string, path: string, options: BrowserContextOptions = {}) =>
  phoneOf(browser, laurel, username, path, options);

async function fillNomination(page: Page): Promise<void> {
  await page.locator('[name=username]').fill(NOMINEE);
  await page.locator('[name=achievement]').selectOption('newcomer-support');
  await page
    .locator('[name=story]')
    .fill('Answered newcomers for a year.\n\nعلّمت ثلاثة منا كيف نساعد.');
  await page.locator('[name=url]').fill('https://meta.wikimedia.org/wiki/Help:Desk');
  await follow(page.locator('form[action*="/desk/nominate/"] button'));
}

test('on a phone without script somebody is nominated from a public page, a reviewer offers, and the person accepts', async () => {
  const noScript = { javaScriptEnabled: false };
  const page = await pageOf('Nomvula of eThekwini', '/me', noScript);
  await page.goto(`${laurel.url}/issuers/${laurel.issuer}`);
  await follow(page.locator('main ul.plain a', { hasText: 'Newcomer Support' }));
  await follow(page.getByRole('link', { name: 'Nominate them' }));
  expect(await page.locator('[name=achievement]').inputValue()).toBe('newcomer-support');
  await fillNomination(page);
  await page.getByRole('heading', { name: 'Is this the person?' }).waitFor();
  await follow(page.getByRole('button', { name: 'Change something' }));
  expect(await page.locator('[name=story]').inputValue()).toContain('علّمت ثلاثة منا');
  await follow(page.locator('form[action*="/desk/nominate/"] button'));
  await follow(page.getByRole('button', { name: 'Yes, send' }));
  await page.getByText('Your nomination is sent').waitFor();

  const reviewer = await pageOf(REVIEWER, `/desk/issuers/${laurel.issuer}/nominations`, noScript);
  await follow(reviewer.getByRole('link', { name: NOMINEE }));
  expect(await reviewer.locator('.story').textContent()).toContain(
    'Answered newcomers for a year.',
  );
  await follow(reviewer.getByRole('button', { name: 'Make the offer' }));
  await reviewer.waitForURL(/\/batches\//);
  await reviewer.locator('main:not(:has(progress))').waitFor();

  await page.goto(`${laurel.url}/desk/nominations`);
  await page.getByText('A reviewer agreed, and made an offer').waitFor();
  const nominee = await pageOf(NOMINEE, '/me', noScript);
  await follow(nominee.locator('main a[href*="/claim/"]'));
  await follow(nominee.locator('form[action*="/accept"] button'));
  await nominee.waitForURL(/\/me\/awards\//);
});

test.each(['en', 'ar'])(
  'every page of nominations is accessible on a phone in %s',
  async (locale) => {
    const seeing = { locale, bypassCSP: true };
    const nominator = `Voice in ${locale}`;
    const voice = await signedIn(laurel, nominator);
    const another = await signedIn(laurel, `Another voice in ${locale}`);
    await nominated(laurel, voice, aNomination(`Long waiting, ${locale}`));
    await nominated(laurel, another, aNomination(`Long waiting, ${locale}`));
    await passDays(laurel, 20);
    await nominated(laurel, voice, aNomination(`Waiting, ${locale}`));
    await passDays(laurel, 15);
    const declined = await nominated(laurel, voice, aNomination(`Declined, ${locale}`));
    const other = await aMember(laurel, 'Other Reviewer', ['reviewer']);
    const queue = `/desk/issuers/${laurel.issuer}/nominations`;
    await other.post(`${queue}/${declined}/decline`, { words: 'more' });
    await nominated(laurel, other, aNomination(`Of a reviewer, ${locale}`));

    const page = await pageOf(nominator, '/desk/nominate', seeing);
    await expectAccessible(page, `${locale} choose`);
    await follow(page.locator(`main a[href*="/desk/nominate/${laurel.issuer}"]`));
    await expectAccessible(page, `${locale} form`);
    await page.locator('[name=username]').fill('Nobody at All');
    await page.locator('[name=story]').fill('x'.repeat(30));
    await page.locator('[name=achievement]').selectOption('role-mentor');
    await follow(page.locator('form[action*="/desk/nominate/"] button'));
    await page.locator('.mistakes').waitFor();
    await expectAccessible(page, `${locale} form with mistakes`);
    await fillNomination(page);
    await page.locator('button[value=send]').waitFor();
    await expectAccessible(page, `${locale} check`);
    await page.goto(`${laurel.url}/desk/nominations`);
    await page.locator('details').first().click();
    await expectAccessible(page, `${locale} own`);

    const reviewer = await pageOf('Other Reviewer', queue, seeing);
    await expectAccessible(reviewer, `${locale} queue`);
    expect(await reviewer.locator('.overdue').count()).toBeGreaterThan(0);
    expect(await reviewer.locator('.waiting').count()).toBeGreaterThan(0);
    for (const name of [`Long waiting, ${locale}`, `Of a reviewer, ${locale}`]) {
      await reviewer.goto(`${laurel.url}${queue}`);
      await follow(reviewer.getByRole('link', { name }));
      await expectAccessible(reviewer, `${locale} ${name}`);
    }
    await useUp(laurel, `forms:${accountIdOf('Other Reviewer')}`, 300);
    await reviewer.goto(`${laurel.url}${queue}`);
    await follow(reviewer.getByRole('link', { name: `Long waiting, ${locale}` }));
    await follow(reviewer.locator('form[action*="/decline"] button'));
    await reviewer.locator('main form input[type=hidden]').first().waitFor({ state: 'attached' });
    await expectAccessible(reviewer, `${locale} too many forms`);
    await useUp(laurel, `forms:${accountIdOf('Other Reviewer')}`, 1);
  },
);
