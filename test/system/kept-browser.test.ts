import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { verifyBy } from '../support/verifying.ts';

const PHONE = { width: 360, height: 740 };

let laurel: Laurel;
let browser: Browser;
let directory: string;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  directory = await mkdtemp(join(tmpdir(), 'laurel-kept-'));
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
  await rm(directory, { recursive: true });
});

/** A certificate that its holder keeps on a phone, from the link beside it. */
async function aKeptCertificate(username: string, locale = 'en') {
  const held = await aHeldCredential(laurel, username);
  await held.session.post(`/me/credentials/${held.id}/link`, { link: 'on' });
  const context = await browser.newContext({ viewport: PHONE, locale, acceptDownloads: true });
  await context.addCookies(
    [...held.session.cookies].map(([name, value]) => ({ name, value, url: laurel.url })),
  );
  const page = await context.newPage();
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await page.goto(`${laurel.url}/me/awards/${held.award}`);
  await follow(page.locator(`a[href$="#keep=${held.id}"]`));
  await page.locator('[data-keep]').click();
  await page.locator('[data-list] article').waitFor();
  return { ...held, context, page, asked };
}

/** What the browser holds of ours, by name and address. */
function storedIn(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(async () => {
    const stored = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) stored.push(new URL(url).pathname);
    }
    return stored.sort();
  })()`);
}

async function fileFrom(page: Page, id: string): Promise<Buffer> {
  const encoded = await page.evaluate(async (path) => {
    const bytes = new Uint8Array(await (await fetch(path)).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, `/kept/files/${id}.pdf`);
  return Buffer.from(encoded, 'base64');
}

async function offline(context: BrowserContext, page: Page): Promise<void> {
  await context.setOffline(true);
  await page.reload();
  await page.locator('h1').waitFor();
}

test.each([
  ['en', 'Kept on this device'],
  ['ar', 'محفوظة على هذا الجهاز'],
])('a certificate is kept, and there without a network, in %s', async (locale, title) => {
  const { id, page, context, asked } = await aKeptCertificate(`Ọlá ${locale} of Ilé-Ifẹ̀`, locale);
  // The list is shown a moment before the address forgets what was wanted.
  await page.waitForFunction("location.hash === ''");

  await offline(context, page);

  expect(await page.locator('h1').innerText()).toBe(title);
  expect(await page.locator('[data-name]').first().innerText()).toBe('Workshop Participation');
  expect(await page.locator('[data-day]').first().innerText()).not.toBe('');
  await expectAccessible(page, locale);
  const pdf = await fileFrom(page, id);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(asked.filter((url) => !url.startsWith(laurel.url))).toEqual([]);
  await context.close();
});

test('nothing else is kept: no page of the holder, and nothing that was only looked at', async () => {
  const { id, page, context } = await aKeptCertificate('Ọlá of Ẹdẹ');
  await page.goto(`${laurel.url}/c/${id}`);
  await page.goto(`${laurel.url}/me`);
  await page.goto(`${laurel.url}/kept/`);

  const stored = await storedIn(page);

  const files = ['bundle.json', 'entry', 'json', 'pdf'].map((one) => `/kept/files/${id}.${one}`);
  expect(stored.filter((path) => path.startsWith('/kept/files/'))).toEqual(files);
  expect(stored.filter((path) => !/^\/(?:kept\/|favicon\.svg$|scripts\/)/.test(path))).toEqual([]);
  await context.setOffline(true);
  await expect(page.goto(`${laurel.url}/me`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  await context.close();
});

test('the file is handed on as a file, and verifies from it alone: by us, and without us from a disk', async () => {
  const { id, page, context } = await aKeptCertificate('Ọlá of Ìlọrin');
  await page.locator('[data-keep-verifier]').click();
  await page.locator('[data-verifier]').waitFor();
  await offline(context, page);
  const saving = page.waitForEvent('download');
  await page.locator('[data-save]').click();
  const saved = join(directory, (await saving).suggestedFilename());
  await (await saving).saveAs(saved);
  expect(saved).toContain(`certificate-${id}.pdf`);

  const verifier = await page.evaluate(async () => (await fetch('/kept/files/verify.html')).text());
  await page.goto(`${laurel.url}/kept/files/verify.html`);
  await page.locator('#file').setInputFiles(saved);
  await page.locator('#answer:focus').waitFor();
  expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('valid');
  await context.close();

  const file = join(directory, 'verify.html');
  writeFileSync(file, verifier);
  const stranger = await browser.newContext({ viewport: PHONE });
  await stranger.setOffline(true);
  const from = await stranger.newPage();
  await from.goto(`file://${file}`);
  await from.locator('#file').setInputFiles(saved);
  await from.locator('#answer:focus').waitFor();
  expect(await from.locator('[data-verdict]').getAttribute('data-verdict')).toBe('valid');

  await stranger.setOffline(false);
  await from.goto(`${laurel.url}/verify`);
  await from.locator('input[type=file]').setInputFiles(saved);
  await follow(from.locator('form:has(input[type=file]) button[type=submit]'));
  await from.locator('.verdict.good').waitFor();
  await stranger.close();
  const form = new FormData();
  form.set('file', new Blob([readFileSync(saved)], { type: 'application/pdf' }), 'chat.pdf');
  const answer = await fetch(`${laurel.url}/api/verify`, { method: 'POST', body: form });
  expect(Object(await answer.json()).verdict).toBe('valid');
});

test('what was kept stays when the link is off, and says that nothing new can be fetched', async () => {
  const { id, page, session, context } = await aKeptCertificate('Ọlá of Ọ̀yọ́');
  await session.post(`/me/credentials/${id}/link`, { link: 'off' });

  await page.locator('[data-again]').click();

  await page.getByText('its link is off, or there is no such certificate').waitFor();
  expect(await page.locator('[data-list] article').count()).toBe(1);
  await session.post(`/me/credentials/${id}/link`, { link: 'on' });
  await session.post(`/me/credentials/${id}/withdraw`);
  await page.locator('[data-again]').click();
  await page.getByText('It was withdrawn').waitFor();
  const { verdict } = await verifyBy(laurel, {
    credential: await page.evaluate(
      async (path) => (await fetch(path)).text(),
      `/kept/files/${id}.json`,
    ),
  });
  expect(verdict).toBe('withdrawn');
  await context.close();
});

test('one is removed, and with one tap everything', async () => {
  const { page, context } = await aKeptCertificate('Ọlá of Abẹ́òkúta');
  await page.locator('[data-remove]').click();
  await page.locator('[data-empty]').waitFor();
  expect((await storedIn(page)).filter((path) => path.startsWith('/kept/files/'))).toEqual([]);

  await page.locator('[data-forget]').click();

  await page.getByText('Everything was removed').waitFor();
  expect(await storedIn(page)).toEqual([]);
  const workers = 'navigator.serviceWorker.getRegistrations().then((all) => all.length)';
  expect(await page.evaluate(workers)).toBe(0);
  await context.close();
});

test('without script the page says how else a certificate is kept', async () => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const page = await context.newPage();

  await page.goto(`${laurel.url}/kept/`);

  expect(await page.locator('[data-otherwise]').isVisible()).toBe(true);
  expect(await page.locator('[data-kept]').isVisible()).toBe(false);
  await context.close();
});

test('it can be installed: what a browser asks of an app is there, in the reader’s language', async () => {
  const answer = await fetch(`${laurel.url}/kept/manifest.webmanifest`, {
    headers: { 'accept-language': 'ar' },
  });
  const manifest = Object(await answer.json());

  expect(answer.headers.get('content-type')).toContain('application/manifest+json');
  expect(manifest).toMatchObject({
    lang: 'ar',
    dir: 'rtl',
    start_url: '/kept/',
    scope: '/kept/',
    display: 'standalone',
  });
  const icon = await fetch(`${laurel.url}${manifest.icons[0].src}`);
  expect(icon.headers.get('content-type')).toContain(manifest.icons[0].type);
});
