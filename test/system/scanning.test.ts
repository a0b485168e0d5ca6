import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import { aCredential } from '../support/awarding.ts';
import { cameraSeeing, pngOfCode } from '../support/camera.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';

const PHONE = { width: 360, height: 740 };

/** Small enough for a code. */
const CREDENTIAL = JSON.stringify({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: { id: 'did:web:ola.example', name: 'Ọlá' },
  credentialSubject: { id: 'did:key:z6Mk' },
});

let laurel: Laurel;
let page: string;
let browser: Browser;
beforeAll(async () => {
  laurel = await startLaurel();
  ({ page } = await aCredential(laurel));
  browser = await launchChromium(await cameraSeeing('WIFI:T:WPA;S:cafe;P:secret;;', page));
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

/** The page that scans, on a phone, with every address that it asked for. */
async function scanning(locale = 'en', before: (page: Page) => Promise<unknown> = async () => {}) {
  const context = await browser.newContext({ viewport: PHONE, locale });
  const phone = await context.newPage();
  const requested: string[] = [];
  phone.on('request', (request) => requested.push(request.url()));
  await before(phone);
  await phone.goto(`${laurel.url}/verify/scan`);
  return { phone, requested };
}

const decoders = (requested: readonly string[]) =>
  requested.filter((url) => new URL(url).pathname.startsWith('/scripts/decode.'));

test('the camera finds the code of a certificate among others, and the report follows', async () => {
  const { phone, requested } = await scanning();
  expect(decoders(requested)).toEqual([]);

  await follow(phone.getByRole('button', { name: 'Use the camera' }));
  await phone.locator('.verdict').waitFor();

  expect(await phone.locator('.verdict.good').count()).toBe(1);
  expect(new URL(phone.url()).search).toBe('');
  expect(decoders(requested)).toHaveLength(1);
  expect(requested.filter((url) => !url.startsWith(laurel.url))).toEqual([]);
  await phone.context().close();
});

test('where the browser reads codes itself, nothing is fetched to read them', async () => {
  const { phone, requested } = await scanning('en', async (one) => {
    await one.addInitScript(
      `window.BarcodeDetector = class {
        static getSupportedFormats() { return Promise.resolve(['qr_code']); }
        detect() { return Promise.resolve([{ rawValue: ${JSON.stringify(page)} }]); }
      };`,
    );
  });

  await follow(phone.getByRole('button', { name: 'Use the camera' }));
  await phone.locator('.verdict.good').waitFor();

  expect(decoders(requested)).toEqual([]);
  await phone.context().close();
});

test('a picture of a code is read on the device; what holds no code, or another, is said', async () => {
  const { phone, requested } = await scanning();
  const choose = async (name: string, buffer: Buffer) =>
    phone.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
  const said = phone.getByRole('status');

  await choose('badge.png', Buffer.from(await (await fetch(`${page}.png?size=256`)).arrayBuffer()));
  await said.filter({ hasText: 'There is no QR code in this picture' }).waitFor();
  await choose('wifi.png', await pngOfCode('WIFI:T:WPA;S:cafe;P:secret;;'));
  await said.filter({ hasText: 'no certificate and no address' }).waitFor();
  expect(requested.filter((url) => new URL(url).pathname === '/verify')).toEqual([]);

  await choose('credential.png', await pngOfCode(CREDENTIAL));
  await phone.locator('[data-verdict]').waitFor();
  expect(await phone.locator('.card').innerText()).toContain('Ọlá');
  await phone.context().close();
});

test('without a camera a picture can still be chosen, and it is said', async () => {
  const { phone } = await scanning('en', (one) =>
    one.addInitScript(
      "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))",
    ),
  );
  await phone.getByRole('button', { name: 'Use the camera' }).click();
  await phone.getByRole('status').filter({ hasText: 'The camera cannot be used' }).waitFor();
  expect(await phone.locator('input[type=file]').isVisible()).toBe(true);
  await phone.context().close();
});

test('without script the page says how else one gets there', async () => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const phone = await context.newPage();
  await phone.goto(`${laurel.url}/verify`);
  await follow(phone.getByRole('link', { name: 'Scan a QR code' }));
  expect(await phone.getByRole('button').count()).toBe(0);
  await follow(phone.locator('main').getByRole('link', { name: 'Verify a credential' }));
  await phone.locator('textarea').waitFor();
  await context.close();
});

test.each(['en', 'ar'])('scanning is accessible on a phone in %s', async (locale) => {
  const { phone } = await scanning(locale);
  await expectAccessible(phone, 'scanning');
  await phone.keyboard.press('Tab');
  await phone.getByRole('button').first().focus();
  await phone.keyboard.press('Enter');
  await phone.locator('.verdict').waitFor();
  await phone.context().close();
});

test('this page alone may use the camera, and this page alone runs files', async () => {
  const policies = async (path: string) => {
    const { headers } = await fetch(`${laurel.url}${path}`);
    const [security, permissions] = ['content-security-policy', 'permissions-policy'];
    return `${headers.get(security)} ${headers.get(permissions)}`;
  };
  expect(await policies('/verify/scan')).toMatch(/script-src 'self';.*camera=\(self\)/);
  for (const path of ['/', '/verify', `/verify?url=${page}`, new URL(page).pathname, '/problems']) {
    expect(await policies(path), path).not.toMatch(/script-src|camera=\(self\)/);
    expect(await policies(path), path).toContain('camera=()');
  }
});

test('scripts are kept for ever under the name of their text, and there are no others', async () => {
  const html = await (await fetch(`${laurel.url}/verify/scan`)).text();
  const path = /src="(\/scripts\/[^"]+)"/.exec(html)?.[1] ?? '';
  const answer = await fetch(`${laurel.url}${path}`);
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  for (const other of ['constructor', 'scan.js', '..%2fverify']) {
    expect((await fetch(`${laurel.url}/scripts/${other}`)).status, other).toBe(404);
  }
});
