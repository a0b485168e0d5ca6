import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { logInToDesk } from '../support/award-in-browser.ts';
import { anAwardRequest, award } from '../support/awarding.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aMember } from '../support/members.ts';

const PHONE = { width: 360, height: 740 };
const ORGANIZER = 'Wanjiru of the Archive';
const TAKEN = 'training-workshop-participation';

let laurel: Laurel;
let browser: Browser;
let base: string;
beforeAll(async () => {
  laurel = await startLaurel();
  await aMember(laurel, ORGANIZER, ['awarder', 'admin']);
  browser = await launchChromium();
  base = `${laurel.url}/desk/issuers/${laurel.issuer}/achievements`;
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

/** Nothing that axe objects to, and nothing wider than the phone. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = Object(await page.evaluate('axe.run()'));
  expect(violations.map(({ id, nodes }: never) => [where, id, JSON.stringify(nodes)])).toEqual([]);
  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect([where, wider]).toEqual([where, 0]);
}

test('a template becomes a version of one’s own that is awarded, on a phone without script', async () => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await logInToDesk(page, laurel, ORGANIZER);
  await page.goto(base);
  await follow(page.getByRole('link', { name: 'Start from a template' }));
  await page.getByLabel('Kind').selectOption('contribution');
  await follow(page.getByRole('button', { name: 'Show these' }));
  await follow(page.getByRole('link', { name: 'Event Support Volunteer' }));
  await follow(page.getByRole('button', { name: /from this template/ }));
  await page.waitForURL(/\/event-support-2\/draft/);

  await follow(page.getByRole('link', { name: 'English' }).first());
  await page.getByLabel('Name', { exact: true }).fill('Leader of the Welcome Table');
  await follow(page.getByRole('button', { name: 'Save', exact: true }));
  await page.waitForURL(/done=saved/);
  expect(await page.getByText('Must be changed').count()).toBeGreaterThan(0);
  await follow(page.getByRole('link', { name: 'Name (English)' }));
  await page.getByLabel('Name', { exact: true }).fill('Welcome Table Volunteer');
  await follow(page.getByRole('button', { name: 'Save and see' }));
  await page.waitForURL(/\/preview/);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Welcome Table Volunteer');

  await follow(page.getByRole('link', { name: 'Change it' }));
  await page.getByLabel('Another language').fill('sw');
  await follow(page.getByRole('button', { name: 'Write in this language' }));
  await page.getByLabel('Name', { exact: true }).fill('Msaidizi wa meza ya kukaribisha');
  await follow(page.getByRole('button', { name: 'Save', exact: true }));
  await follow(page.getByRole('link', { name: 'Look over and publish' }));
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await follow(page.getByRole('button', { name: 'Publish' }));
  await page.waitForURL(/done=published/);
  const published = await award(laurel, anAwardRequest({ achievement: 'event-support-2' }));
  expect(published.recipients.map(({ state }) => state)).toContain('accepted');
  await context.close();
});

test('a preview of the certificate is on the paper that is chosen, without script', async () => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await logInToDesk(page, laurel, ORGANIZER);
  await page.goto(`${base}/${TAKEN}/preview?language=en`);
  const form = page.locator('form[action$="/certificate.pdf"]');
  await form.locator('[name=paper]').selectOption('letter');
  await form.locator('[name=orientation]').selectOption('portrait');
  await form.locator('[name=with]').selectOption('ar');
  const asked = page.waitForRequest(/certificate\.pdf/);
  await form.getByRole('button').click();
  const pdf = await context.request.get((await asked).url());
  const { width, height, text } = await openPdf(new Uint8Array(await pdf.body()));
  expect([width, height]).toEqual([612, 792]);
  expect(text).toContain('Preview: ');
  expect(text).toMatch(/[\u0600-\u06ff]/);
  await context.close();
});

test.each(['en', 'ar'])(
  'every page of achievements is accessible on a phone in %s',
  async (locale) => {
    const context = await browser.newContext({ viewport: PHONE, locale, bypassCSP: true });
    const page = await context.newPage();
    await logInToDesk(page, laurel, ORGANIZER);
    for (const path of [
      '',
      '/templates',
      '/templates/role-mentor',
      '/drafts',
      `/${TAKEN}`,
      `/${TAKEN}/versions`,
      `/${TAKEN}/draft`,
      `/${TAKEN}/draft/texts?language=en`,
      `/${TAKEN}/draft/texts?language=ar`,
      `/${TAKEN}/draft/texts?language=none-such-tag-at-all`,
      `/${TAKEN}/draft/skills`,
      '/role-mentor/draft/facts',
      `/${TAKEN}/preview?language=ar`,
      `/${TAKEN}/publish`,
    ]) {
      await page.goto(base + path);
      await expectAccessible(page, `${locale} ${path}`);
    }
    await page.goto(`${base}/drafts`);
    await page.locator('input[name=name]').fill('Moderator');
    await page.locator('input[name=kind][value=role]').check();
    await follow(page.locator('form[action*="/drafts"] button'));
    await page.waitForURL(/\/draft/);
    await expectAccessible(page, `${locale} draft with notes`);
    const draft = page.url().replace(/\?.*/, '');
    await page.goto(draft.replace(/draft$/, 'publish'));
    await expectAccessible(page, `${locale} publish with notes`);
    await page.goto(`${draft}/facts`);
    await page.locator('input[name=validityMonths]').fill('12');
    await follow(page.locator('form[action*="/facts"] button:not([name])'));
    await page.locator('.mistakes').waitFor();
    await expectAccessible(page, `${locale} facts refused`);
    await context.close();
  },
);
