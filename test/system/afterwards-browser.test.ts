import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAwardRequest, award } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { launchChromium } from '../support/chromium.ts';
import { callApi } from '../support/desk-calls.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aMember } from '../support/members.ts';
import { verifyBy } from '../support/verifying.ts';

const PHONE = { width: 360, height: 740 };

let laurel: Laurel;
let browser: Browser;
let member: BrowserSession;
let desk: string;
beforeAll(async () => {
  laurel = await startLaurel();
  member = await aMember(laurel, 'Wanjiru of the Archive', ['awarder', 'admin']);
  desk = `${laurel.url}/desk/issuers/${laurel.issuer}`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

/** A phone of somebody who is signed in already. */
async function phoneOf(
  session: BrowserSession,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport: PHONE, ...options });
  await context.addCookies(
    [...session.cookies].map(([name, value]) => ({ name, value, url: laurel.url })),
  );
  return { context, page: await context.newPage() };
}

const verdictOf = async (id: string) =>
  (await verifyBy(laurel, { url: `${laurel.origin}/c/${id}` })).verdict;

test('on phones without script an award is suspended, lifted and corrected, its holder accepts, and connects the two', async () => {
  const { id: old, award: first, session } = await aHeldCredential(laurel, 'Ṣadé of Ìbàdàn');
  await session.post(`/me/credentials/${old}/link`, { link: 'on' });
  const organizer = await phoneOf(member, { javaScriptEnabled: false });
  const holder = await phoneOf(session, { javaScriptEnabled: false });
  const stranger = await (await browser.newContext({ viewport: PHONE })).newPage();

  await organizer.page.goto(`${desk}/awards/${first}`);
  await follow(organizer.page.getByRole('button', { name: 'Suspend this award' }));
  await stranger.goto(`${laurel.url}/c/${old}`);
  expect(await stranger.getByText('The issuer is looking into it.').count()).toBe(1);
  expect(await verdictOf(old)).toBe('suspended');

  await follow(organizer.page.getByRole('button', { name: 'Lift the suspension' }));
  expect(await verdictOf(old)).toBe('valid');

  await follow(organizer.page.getByRole('link', { name: 'Correct …' }));
  await organizer.page.locator('[name=hours]').fill('٥');
  await follow(organizer.page.getByRole('button', { name: 'Make the correction' }));
  await organizer.page.getByText('The correction is on its way.').waitFor();
  await expect
    .poll(async () => {
      await organizer.page.reload();
      return organizer.page.getByText('the person has not answered yet.').count();
    })
    .toBe(1);

  await holder.page.goto(`${laurel.url}/me`);
  await follow(holder.page.locator('a[href^="/claim/"]'));
  expect(await holder.page.getByText('5 hours instead of 2.5 hours').count()).toBe(1);
  await follow(holder.page.getByRole('button', { name: 'Accept' }));
  expect(await verdictOf(old)).toBe('superseded');
  await follow(holder.page.getByRole('button', { name: 'Make the certificate' }));
  await follow(holder.page.getByRole('button', { name: 'Switch the link on' }));
  await stranger.reload();
  expect(await stranger.getByRole('link', { name: 'Open the corrected one' }).count()).toBe(0);

  await follow(holder.page.getByRole('button', { name: 'Connect them' }));
  await stranger.reload();
  await follow(stranger.getByRole('link', { name: 'Open the corrected one' }));
  await stranger.getByText('5 hours', { exact: true }).waitFor();
  expect(await stranger.locator('.verdict.good').count()).toBe(1);
  for (const { context } of [organizer, holder]) await context.close();
});

/** Nothing that axe objects to, and nothing wider than the phone. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = Object(await page.evaluate('axe.run()'));
  expect(violations.map(({ id, nodes }: never) => [where, id, JSON.stringify(nodes)])).toEqual([]);
  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect([where, wider]).toEqual([where, 0]);
}

test.each(['en', 'ar'])(
  'every page of what comes afterwards is accessible on a phone in %s',
  async (locale) => {
    const { id: old, award: first, session } = await aHeldCredential(laurel, `Held in ${locale}`);
    await session.post(`/me/credentials/${old}/link`, { link: 'on' });
    const recipients = ['Anan', 'Bo'].map((name) => ({ username: `${name} ${locale}` }));
    const { batch, recipients: rows } = await award(laurel, anAwardRequest({ recipients }));
    const second = rows[0]?.award;
    const organizer = await phoneOf(member, { locale, bypassCSP: true });
    const holder = await phoneOf(session, { locale, bypassCSP: true });
    const see = async ({ page }: typeof organizer, path: string) => {
      await page.goto(path.startsWith('http') ? path : `${laurel.url}${path}`);
      await expectAccessible(page, `${locale} ${path}`);
    };

    await see(organizer, `${desk}/awards/${second}`);
    await see(organizer, `${desk}/awards/${second}/correction`);
    await follow(organizer.page.locator('form[action*="/correction"] button'));
    await expectAccessible(organizer.page, `${locale} a correction that was refused`);
    await see(organizer, `${desk}/batches/${batch}/revocations`);
    await follow(organizer.page.locator('form[action*="/revocations"] button'));
    await expectAccessible(organizer.page, `${locale} asked to revoke`);
    await see(organizer, `${desk}/batches/${batch}`);
    await see(organizer, `${desk}/batches/revocations`);

    await callApi(laurel, 'POST', `/awards/${first}/suspension`, { reason: 'under_review' });
    await see(organizer, `${desk}/awards/${first}`);
    await see(holder, `/me/awards/${first}`);
    await see(holder, `/c/${old}`);
    await callApi(laurel, 'DELETE', `/awards/${first}/suspension`);
    await callApi(laurel, 'POST', `/awards/${first}/correction`, { hours: 4 });
    const offer = () => holder.page.locator('a[href^="/claim/"]');
    await expect
      .poll(async () => {
        await holder.page.goto(`${laurel.url}/me`);
        return offer().count();
      })
      .toBe(1);
    await expectAccessible(holder.page, `${locale} own list with a correction`);
    await follow(offer());
    await expectAccessible(holder.page, `${locale} the offer of a correction`);
    await follow(holder.page.locator('form[action*="/accept"] button'));
    await expectAccessible(holder.page, `${locale} a correction that was accepted`);
    await see(holder, `/me/awards/${first}`);
    await see(holder, `/c/${old}`);
    await see(organizer, `${desk}/awards/${first}`);
    for (const { context } of [organizer, holder]) await context.close();
  },
);
