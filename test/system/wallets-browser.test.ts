import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { readSeenCode } from '../support/seen-code.ts';
import { offerToWallet } from '../support/wallet.ts';

const PHONE = { width: 360, height: 740 };

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

async function logIn(page: Page, username: string, path: string): Promise<void> {
  await page.goto(`${laurel.url}/login?return=${encodeURIComponent(path)}`);
  await page.getByRole('textbox').fill(username);
  await follow(page.getByRole('button', { name: 'Allow' }));
  await page.waitForURL(`**${path}`);
}

test.each(['en', 'ar'])(
  'a holder comes from the award to a QR code that leads to the very offer, without script, in %s',
  async (locale) => {
    const username = `Gbemisola of the wallets ${locale}`;
    const { id, award } = await aHeldCredential(laurel, username);
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        viewport: PHONE,
        locale,
        colorScheme,
        javaScriptEnabled: false,
      });
      const page = await context.newPage();
      await logIn(page, username, `/me/awards/${award}`);
      await follow(page.locator(`a[href*="/credentials/${id}/wallet"]`));
      await page.waitForURL('**/wallet');
      expect(await page.locator('.qr').count()).toBe(0);
      await follow(page.locator('form[action*="/wallet"] button'));
      const link = await page.locator('a[href^="openid-credential-offer:"]').getAttribute('href');
      expect(await readSeenCode(await page.locator('.qr').screenshot())).toBe(link);
      // Not as wide as the screen: a computer's is read by the camera of a phone, too.
      expect((await page.locator('.qr').boundingBox())?.width).toBeLessThan(300);
      const uri = new URL(link ?? '').searchParams.get('credential_offer_uri') ?? '';
      const offer = await fetch(uri.replace(laurel.origin, laurel.url));
      expect(await offer.json()).toMatchObject({ credential_issuer: laurel.origin });
      expect(await page.locator('strong[dir=ltr]').textContent()).toMatch(/^\d{6}$/);
      await context.close();
    }
  },
);

test.each(['en', 'ar'])('the pages of an offer are accessible on a phone in %s', async (locale) => {
  const username = `Habiba of the wallets ${locale}`;
  const { id } = await aHeldCredential(laurel, username);
  const context = await browser.newContext({ viewport: PHONE, locale, bypassCSP: true });
  const page = await context.newPage();
  await logIn(page, username, `/me/credentials/${id}/wallet`);
  expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
  await expectAccessible(page, `${locale} before`);
  await follow(page.locator('form[action*="/wallet"] button'));
  await page.locator('.qr svg').waitFor();
  await expectAccessible(page, `${locale} with a code`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, `${locale} with a code, dark`);
  await context.close();
});

/** Run in a page of another site: all that a wallet asks, and what it comes to read. */
async function asWallet({ url, code, digits }: { url: string; code: string; digits: string }) {
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(url + path, init);
    return {
      status: answer.status,
      wait: answer.headers.get('retry-after'),
      json: await answer.json(),
    };
  };
  const issuer = await ask('/.well-known/openid-credential-issuer');
  const server = await ask('/.well-known/oauth-authorization-server');
  const none = await ask('/.well-known/openid-configuration');
  const offer = await ask(`/wallet/offers/${code}`, { headers: { 'x-of-a-wallet': '1' } });
  const token = await ask('/wallet/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:pre-authorized_code',
      'pre-authorized_code': code,
      tx_code: digits,
    }),
  });
  const credential = await ask('/wallet/credential', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${Object(token.json).access_token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ credential_configuration_id: 'open_badge_ldp_vc' }),
  });
  return { issuer, server, none, offer, token, credential };
}

test('a wallet that is a page of another site can ask and read all of it', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Idara of the wallets');
  const { code, digits } = await offerToWallet(session, id);
  const site = createServer((_, answer) => answer.end('<!doctype html><title>Wallet</title>'));
  await new Promise<void>((listening) => {
    site.listen(0, '127.0.0.1', listening);
  });
  const { port } = site.address() as AddressInfo;
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const read = await page.evaluate(asWallet, { url: laurel.url, code, digits });
  await page.close();
  site.close();

  expect(Object.entries(read).map(([name, { status }]) => [name, status])).toEqual([
    ['issuer', 200],
    ['server', 200],
    ['none', 404],
    ['offer', 200],
    ['token', 200],
    ['credential', 200],
  ]);
  const served = await (await fetch(`${laurel.url}/c/${id}.json`)).json();
  expect(read.credential.json).toEqual({ credentials: [{ credential: served }] });
});
