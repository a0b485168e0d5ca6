import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OUTCOMES, pageOf } from '../../services/verifier/test/report-pages.tsx';
import { expectAccessible } from '../support/accessible.ts';
import { aCredential } from '../support/awarding.ts';
import { launchChromium } from '../support/chromium.ts';
import { foreignIssuer } from '../support/foreign-issuer.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';

const PHONE = { width: 360, height: 740 };
const HOLDER = 'Ngọc Ánh of Huế';

let laurel: Laurel;
let browser: Browser;
let page: string;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  ({ page } = await aCredential(laurel, { recipients: [{ username: HOLDER }] }));
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

test.each([
  { locale: 'en', colorScheme: 'light' },
  { locale: 'ar', colorScheme: 'dark' },
] as const)(
  'every outcome for somebody else’s credential is accessible on a phone, in $locale and $colorScheme',
  async ({ locale, colorScheme }) => {
    const context = await browser.newContext({ viewport: PHONE, locale, colorScheme });
    const phone = await context.newPage();
    for (const [name, checks] of Object.entries(OUTCOMES)) {
      await phone.setContent(await pageOf(checks, locale));
      const folded = phone.locator('details:not([open]) > summary');
      while ((await folded.count()) > 0) await folded.first().press('Enter');
      await expectAccessible(phone, name);
    }
    await context.close();
  },
);

test('a partner pastes an address without script, and has every field that was signed, large', async () => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const phone = await context.newPage();
  const requested: string[] = [];
  phone.on('request', (request) => requested.push(request.url()));
  await phone.goto(`${laurel.url}/verify`);
  await phone.getByRole('textbox').fill(page);
  await follow(phone.getByRole('button', { name: 'Verify' }));

  expect(await phone.locator('.verdict.good').innerText()).toContain('Valid');
  expect(await phone.locator('.card .who').allInnerTexts()).toContain(HOLDER);
  const card = await phone.locator('.card').innerText();
  for (const said of ['Compare with your copy', 'Wikimedia user name', '2.5 hours', '2026-11-14']) {
    expect(card).toContain(said);
  }
  await phone.getByText('Every signed field').click();
  const fields = phone.locator('.fields').first();
  expect(await fields.innerText()).toMatch(/Whom and what it is about[\s\S]*Ngọc Ánh of Huế/);
  expect(requested.filter((url) => !url.startsWith(laurel.url))).toEqual([]);
  await context.close();
});

test('the report on a demonstration says so, and who vouches for the issuer', async () => {
  const html = await (await fetch(`${laurel.url}/verify?url=${page}`)).text();
  expect(html).toContain('A demonstration: this issuer is invented');
  expect(html).toContain('This issuer is vouched for by');
});

test.each(['ecdsa-rdfc-2019', 'vc claim ES256'] as const)(
  'a good signature of somebody we do not know (%s) is told as that, with every claim',
  async (form) => {
    const issuer = await foreignIssuer();
    const signed = await issuer.issue(form, {}, { model: modelOf(form), identity: 'did:key' });
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const phone = await context.newPage();
    await phone.goto(`${laurel.url}/verify`);
    await phone
      .getByRole('textbox')
      .fill(typeof signed === 'string' ? signed : JSON.stringify(signed));
    await follow(phone.getByRole('button', { name: 'Verify' }));

    const banner = await phone.locator('.verdict').innerText();
    expect(await phone.locator('.verdict.care[data-verdict=valid]').count(), banner).toBe(1);
    expect(banner).toContain('We do not know who signed.');
    expect(await phone.locator('.card').innerText()).toContain('Kituo cha Redio ya Jamii');
    expect(await phone.locator('.fields').first().innerText()).toMatch(
      /Achievement[\s\S]*What it takes[\s\S]*Twelve programmes on the air/,
    );
    await context.close();
  },
);

function modelOf(form: string) {
  return form.startsWith('vc claim') ? 'ob-1.1' : 'ob-2.0';
}
