import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aMember } from '../support/members.ts';
import { aMentorship, anAsk, asked, offerMentoring } from '../support/mentoring.ts';
import { phoneOf } from '../support/phone.ts';
import { signedIn } from '../support/stored-sessions.ts';

const REVIEWER = 'مريم المُراجِعة';

let laurel: Laurel;
let browser: Browser;
beforeAll(async () => {
  laurel = await startLaurel();
  await offerMentoring(laurel);
  await aMember(laurel, REVIEWER, ['reviewer', 'admin']);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

const pageOf = (username: string, path: string, options: BrowserContextOptions = {}) =>
  phoneOf(browser, laurel, username, path, options);

async function fillAsk(page: Page, username: string): Promise<void> {
  await page.locator('[name=username]').fill(username);
  await page.locator('[name=start]').fill('2026-02-01');
  await page.locator('[name=language_1]').selectOption('yo');
  await page.locator('[name=themes][value=skills-and-capacities]').check();
  await page.locator('[name=topics]').fill('Writing about harbours\nصور القوارب');
  await page.locator('[name=hoursBand][value="25-50"]').check();
  await follow(page.locator('form[action*="/me/mentoring/ask/"] button').last());
}

test('on a phone without script one asks, the other confirms, a reviewer offers, and the mentor accepts', async () => {
  const noScript = { javaScriptEnabled: false };
  const [mentorName, menteeName] = ['Ọmọlará of Ìbàdàn', 'गीता of Pune'];
  const mentor = await pageOf(mentorName, '/me', noScript);
  await follow(mentor.getByRole('link', { name: 'Mentoring' }));
  await follow(mentor.getByRole('link', { name: 'Ask somebody to confirm' }));
  await follow(mentor.locator('main ul.people a').first());
  await fillAsk(mentor, menteeName);
  await mentor.getByRole('heading', { name: 'Is this the person?' }).waitFor();
  await follow(mentor.getByRole('button', { name: 'Change something' }));
  expect(await mentor.locator('[name=topics]').inputValue()).toContain('صور القوارب');
  expect(await mentor.locator('[name=language_1]').inputValue()).toBe('yo');
  await follow(mentor.locator('form[action*="/me/mentoring/ask/"] button').last());
  await follow(mentor.getByRole('button', { name: 'Ask them' }));
  await mentor.getByText('Your question is on its way.').waitFor();

  const mentee = await pageOf(menteeName, '/me/mentoring', noScript);
  await mentee.getByText('says that they mentor you').waitFor();
  await follow(mentee.getByRole('button', { name: 'Yes, this is right' }));
  await mentee.getByText('It waits for the group now.').waitFor();

  const reviewer = await pageOf(REVIEWER, `/desk/issuers/${laurel.issuer}`, noScript);
  await follow(reviewer.getByRole('link', { name: 'One mentorship waits' }));
  await follow(reviewer.getByRole('link', { name: mentorName }));
  expect(await reviewer.locator('main').textContent()).not.toContain(menteeName);
  await follow(reviewer.getByRole('button', { name: 'Make the offer' }));
  await reviewer.waitForURL(/\/batches\//);
  await reviewer.locator('main:not(:has(progress))').waitFor();

  await mentor.goto(`${laurel.url}/me`);
  await follow(mentor.locator('main a[href*="/claim/"]'));
  expect(await mentor.locator('main').textContent()).toContain('Èdè Yorùbá (Yoruba)');
  await follow(mentor.locator('form[action*="/accept"] button'));
  await mentor.waitForURL(/\/me\/awards\//);
});

test.each(['en', 'ar'])(
  'every page of mentoring is accessible on a phone in %s',
  async (locale) => {
    const seeing = { locale, bypassCSP: true };
    const ownName = `Mentor in ${locale}`;
    const own = await signedIn(laurel, ownName);
    const names = ['Confirmed', 'Waiting', 'Declined', 'Asking', 'Muted'].map(
      (name) => `${name} of Epe, ${locale}`,
    );
    const [confirmed = '', waiting = '', declined = '', asking = '', muted = ''] = names;
    const mentee = await signedIn(laurel, confirmed);
    const id = await aMentorship(laurel, { mentor: own, mentee, menteeName: confirmed });
    await asked(laurel, own, anAsk(waiting, { side: 'mentee', names: 'yes', end: '' }));
    const words = { answer: 'Come back to us after the summer.' };
    const other = await aMember(laurel, 'Other Reviewer', ['reviewer']);
    const refused = await aMentorship(laurel, {
      mentor: own,
      mentee: await signedIn(laurel, declined),
      menteeName: declined,
    });
    const queue = `/desk/issuers/${laurel.issuer}/mentorships`;
    expect((await other.post(`${queue}/${refused}/decline`, words)).status).toBe(303);
    await asked(laurel, await signedIn(laurel, asking), anAsk(ownName));
    const unwanted = await asked(laurel, await signedIn(laurel, muted), anAsk(ownName));
    await own.post(`/me/mentoring/${unwanted}/mute`);
    await own.post('/me/mentoring/limit', { most: '1', tells: 'yes' });

    const page = await pageOf(ownName, '/me/mentoring', seeing);
    for (const fold of await page.locator('details').all()) await fold.click();
    await expectAccessible(page, `${locale} own`);
    await page.goto(`${laurel.url}/me/mentoring/ask`);
    await expectAccessible(page, `${locale} choose`);
    await follow(page.locator('main ul.people a').first());
    await expectAccessible(page, `${locale} form`);
    await fillAsk(page, 'Nobody at All');
    await page.locator('.mistakes').waitFor();
    await expectAccessible(page, `${locale} form with mistakes`);
    await fillAsk(page, `Another of Epe, ${locale}`);
    await page.locator('button[value=send]').waitFor();
    await expectAccessible(page, `${locale} check`);

    const reviewer = await pageOf(REVIEWER, queue, seeing);
    await expectAccessible(reviewer, `${locale} queue`);
    await reviewer.goto(`${laurel.url}${queue}/${id}`);
    await expectAccessible(reviewer, `${locale} mentorship`);
    await mentee.post(`/me/mentoring/${id}/name`, { names: 'yes' });
    await reviewer.reload();
    await reviewer.locator('form[action*="/decline"] [name=answer]').fill('No.');
    await follow(reviewer.locator('form[action*="/decline"] button'));
    await reviewer.locator('.mistakes').waitFor();
    await expectAccessible(reviewer, `${locale} mentorship, named, with a mistake`);
    await reviewer.goto(`${laurel.url}/desk/issuers/${laurel.issuer}/mentoring`);
    await expectAccessible(reviewer, `${locale} offer`);
  },
);
