import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bakePng } from '@laurel/baking/png';
import { bakeSvg } from '@laurel/baking/svg';
import { messagesFor } from '@laurel/i18n/messages';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aKeptCredential,
  ISSUED_AT_SECONDS,
  type KeptCredential,
  NOW_SECONDS,
  ORIGIN,
} from '../../packages/offline/test/a-kept-credential.ts';
import { fileOf } from '../../packages/offline/test/verified.ts';
import { expectAccessible } from '../support/accessible.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { launchChromium } from '../support/chromium.ts';
import { bundleIn, type KeptFiles, keptFiles, tampered } from '../support/kept-files.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

const PHONE = { width: 360, height: 740 };
const MAX_PACKED_BYTES = 300_000;
const NAME = 'ليان الخطّاط';

const directory = mkdtempSync(join(tmpdir(), 'laurel-offline-'));
let laurel: Laurel;
let browser: Browser;
let html: string;
let kept: KeptFiles;
let other: KeptFiles;
let address: string;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  const { page } = await aCredential(laurel, { recipients: [{ username: NAME }] });
  kept = await keptFiles(page);
  address = page;
  const another = await aCredential(laurel, { recipients: [{ username: 'Amina Sowah' }] });
  other = await keptFiles(another.page);
  html = await (await fetch(`${laurel.url}/verify/offline.html`)).text();
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
  rmSync(directory, { recursive: true });
});

type Opened = { readonly page: Page; readonly asked: readonly string[]; readonly said: string[] };

/** The file, opened from a disk on a phone without a network. */
async function open(locale = 'en', content = html, nowSeconds?: number): Promise<Opened> {
  const file = join(directory, 'verify.html');
  writeFileSync(file, content);
  const context = await browser.newContext({ viewport: PHONE, locale });
  await context.setOffline(true);
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== `file://${file}`) asked.push(request.url());
  });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  if (nowSeconds !== undefined) await page.clock.setFixedTime(nowSeconds * 1000);
  await page.goto(`file://${file}`);
  await page.locator('h1').waitFor();
  return { page, asked, said };
}

async function choose(page: Page, files: readonly Uint8Array[]): Promise<void> {
  const named = files.map((buffer, at) => ({
    name: `file-${at}`,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(buffer),
  }));
  await page.locator('#file').setInputFiles(named);
  await page.locator('#answer:focus').waitFor();
}

/** What the page says of files, in a fresh window. */
async function verdictOf(files: readonly Uint8Array[], content = html, nowSeconds?: number) {
  const { page, asked, said } = await open('en', content, nowSeconds);
  await choose(page, files);
  const verdict = (await page.locator('[data-verdict]').count())
    ? await page.locator('[data-verdict]').getAttribute('data-verdict')
    : await page.locator('#result .note').innerText();
  const findings = await page
    .locator('[data-check]')
    .evaluateAll((items) => items.map((item) => Object.values(Object(item).dataset).join(' ')));
  const text = await page.locator('#result').innerText();
  expect([asked, said]).toEqual([[], []]);
  await page.context().close();
  return { verdict, findings, text };
}

describe('the file', () => {
  test('is small, to be kept, and made for this service', async () => {
    const answer = await fetch(`${laurel.url}/verify/offline.html`);
    const { verificationMethod } = Object(
      await (await fetch(`${laurel.url}/.well-known/did.json`)).json(),
    );

    expect(gzipSync(html).length).toBeLessThan(MAX_PACKED_BYTES);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=".*\.html"$/);
    expect(html).toContain(`name="laurel-origin" content="${laurel.origin}"`);
    expect(html).toContain(
      `name="laurel-roots" content="${verificationMethod[0].publicKeyMultibase}"`,
    );
    const again = await fetch(`${laurel.url}/verify/offline.html`, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect(await (await fetch(`${laurel.url}/verify`)).text()).toContain('/verify/offline.html');
  });

  test('forbids itself to load or to send anything', () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];

    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/,
    );
    expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]*\s(?:src|href)=/i);
  });
});

describe('opened from a disk without a network, it verifies', () => {
  test.each([
    ['a PDF alone', () => [kept.pdf]],
    ['a bundle alone', () => [kept.bundle]],
    ['JSON and its bundle', () => [kept.json, kept.bundle]],
    ['the RS256 JWT and its bundle', () => [kept.jwt, kept.bundle]],
    ['the EdDSA JWT and its bundle', () => [kept.bundle, kept.jose]],
    ['a PNG and its bundle', () => [kept.png, kept.bundle]],
    ['an SVG and its bundle', () => [kept.svg, kept.bundle]],
  ])('%s', async (_, files) => {
    const { verdict, findings, text } = await verdictOf(files());

    expect(verdict).toBe('valid');
    expect(findings).toContain('log included');
    expect(text).toContain(NAME);
    expect(text).toContain('What happened since cannot be known from a file.');
    expect(text).toContain(address);
    expect(text).toContain(messagesFor('en').message('credential-demonstration'));
  });

  test.each([
    ['JSON', () => [changed(kept.json), kept.bundle]],
    ['a PNG', () => [bakePng(kept.png, textOf(changed(kept.json))), kept.bundle]],
    ['an SVG', () => [changed(kept.svg), kept.bundle]],
    ['an RS256 JWT', () => [withAnotherPayload(kept.jwt), kept.bundle]],
    ['an EdDSA JWT', () => [withAnotherPayload(kept.jose), kept.bundle]],
    ['a bundle alone', () => [changed(kept.bundle, '\\"value\\":\\"2.5')]],
    ['what a PDF holds', () => [withFiles(changed(kept.json), kept.bundle)]],
  ])('and finds out that %s was changed', async (_, files) => {
    const { verdict, text } = await verdictOf(files());

    expect(verdict).toBe('invalid');
    expect(text).not.toContain(NAME);
  });

  test('and says where the letters of a PNG do not add up', async () => {
    const { verdict } = await verdictOf([changed(kept.png), kept.bundle]);

    expect(verdict).toContain('damaged');
  });
});

/** More hours than were signed. */
function changed(bytes: Uint8Array, hours = '"value":"2.5'): Uint8Array {
  return tampered(bytes, hours, hours.replace('2.5', '9.5'));
}

/** As little of a PDF as holds these two. */
function withFiles(
  credential: Uint8Array,
  bundle: Uint8Array,
  ...more: readonly Uint8Array[]
): Uint8Array {
  const files = [credential, fileOf({ ...bundleIn(bundle), credential: null }), ...more];
  const objects = files.map((file, at) => [
    Buffer.from(`${at + 1} 0 obj <</Type/EmbeddedFile/Length ${file.length}>> stream\n`),
    file,
    Buffer.from('\nendstream endobj\n'),
  ]);
  return Buffer.concat([Buffer.from('%PDF-1.7\n%\xff\xff\n', 'latin1'), ...objects.flat()]);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function withAnotherPayload(jwt: Uint8Array): Uint8Array {
  const [header, payload = '', signature] = new TextDecoder().decode(jwt).split('.');
  const said = Buffer.from(payload, 'base64url').toString().replace('"2.5"', '"9.5"');
  return fileOf([header, Buffer.from(said).toString('base64url'), signature].join('.'));
}

describe('it says what it cannot know', () => {
  test('without a bundle, and takes one that follows', async () => {
    const { page } = await open();
    await choose(page, [kept.svg]);
    expect(await page.locator('[data-check=identity]').getAttribute('data-finding')).toBe(
      'no_bundle',
    );

    await choose(page, [kept.bundle]);

    await page.locator('[data-verdict=valid]').waitFor();
    await page.context().close();
  });

  test('with the bundle of another credential', async () => {
    const { verdict, findings } = await verdictOf([
      kept.json,
      fileOf({ ...bundleIn(other.bundle), credential: null }),
    ]);

    expect([verdict, findings]).toEqual(['unknown', expect.arrayContaining(['log not_proven'])]);
  });

  test('of two credentials in one file', async () => {
    const { verdict } = await verdictOf([withFiles(kept.json, kept.bundle, other.json)]);

    expect(verdict).toContain('more than one credential');
  });

  test('of what another service signed', async () => {
    const { document, bundle } = await aKeptCredential();
    const { verdict, findings } = await verdictOf([fileOf(document), fileOf(bundle)]);

    expect(verdict).toBe('unknown');
    expect(findings).toContain('identity another_service');
  });
});

describe('of several credentials at once', () => {
  test('each is told with its verdict, whose it is and what for, and its checks are folded', async () => {
    const { page, asked, said } = await open();
    await choose(page, [kept.pdf, other.pdf]);

    const verdicts = page.locator('[data-verdict]');
    expect(await verdicts.count()).toBe(2);
    for (const verdict of await verdicts.all()) {
      expect(await verdict.getAttribute('data-verdict')).toBe('valid');
    }
    for (const name of [NAME, 'Amina Sowah']) {
      expect(await page.locator('#result .who', { hasText: name }).isVisible()).toBe(true);
    }
    expect(await page.locator('[data-check]').first().isVisible()).toBe(false);
    expect([asked, said]).toEqual([[], []]);
    await page.context().close();
  });

  test('each has the files that belong to it, in any order', async () => {
    const { page } = await open();
    await choose(page, [changed(kept.json), other.bundle, kept.bundle, other.svg]);

    const names = await page.locator('#result p:has(bdi)').allInnerTexts();
    expect(
      names.filter((line) => line.includes('file-')).map((line) => line.match(/file-\d/g)),
    ).toEqual([
      ['file-0', 'file-2'],
      ['file-1', 'file-3'],
    ]);
    const verdicts = page.locator('[data-verdict]');
    expect(await verdicts.first().getAttribute('data-verdict')).toBe('invalid');
    expect(await verdicts.last().getAttribute('data-verdict')).toBe('valid');
    expect(await page.locator('#result').innerText()).not.toContain(NAME);
    await page.context().close();
  });
});

/** The file as another service would serve it. */
function madeFor(root: string, origin = ORIGIN): string {
  return html
    .replace(/name="laurel-origin" content="[^"]*"/, `name="laurel-origin" content="${origin}"`)
    .replace(/name="laurel-roots" content="[^"]*"/, `name="laurel-roots" content="${root}"`);
}

describe('made for another service, it knows that one alone', () => {
  let theirs: KeptCredential;
  beforeAll(async () => {
    theirs = await aKeptCredential({ username: NAME });
  });

  test('and says the age of what it knows in words', async () => {
    const { verdict, text } = await verdictOf(
      [fileOf(theirs.bundle)],
      madeFor(theirs.root),
      NOW_SECONDS,
    );

    expect(verdict).toBe('valid');
    expect(text).toContain('as of 26 November 2026, 3 days ago');
  });

  test('not what another root key vouches for', async () => {
    const { root } = await aKeptCredential();
    const { verdict, findings } = await verdictOf([fileOf(theirs.bundle)], madeFor(root));

    expect(verdict).toBe('unknown');
    expect(findings).toContain('identity root_unknown');
  });

  test('not what stands nowhere in the log', async () => {
    const { verdict, findings, text } = await verdictOf(
      [fileOf({ ...theirs.bundle, log: [] })],
      madeFor(theirs.root),
      NOW_SECONDS,
    );

    expect(verdict).toBe('unknown');
    expect(findings).toContain('log no_proof');
    expect(text).toMatch(/What could not be answered\s+Public log: Nothing that came along shows/);
  });

  test('not what a stolen key signed', async () => {
    const stolen = await aKeptCredential({ key: { compromisedAtSeconds: ISSUED_AT_SECONDS - 60 } });
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', stolen.document);
    const { verdict, findings } = await verdictOf(
      [fileOf(svg), fileOf({ ...stolen.bundle, log: [] })],
      madeFor(stolen.root),
      NOW_SECONDS,
    );

    expect(verdict).toBe('invalid');
    expect(findings).toContain('proof compromised_key');
  });

  test('and what its list calls revoked is revoked, without a name', async () => {
    const revoked = await aKeptCredential({ revoked: true, username: NAME });
    const { verdict, text } = await verdictOf(
      [fileOf(revoked.bundle)],
      madeFor(revoked.root),
      NOW_SECONDS,
    );

    expect(verdict).toBe('revoked');
    expect(text).not.toContain(NAME);
  });
});

test('a list that is fetched anew tells what was revoked since', async () => {
  const { page, award } = await aCredential(laurel, { recipients: [{ username: 'Rana Uno' }] });
  const { bundle } = await keptFiles(page);
  expect((await verdictOf([bundle])).verdict).toBe('valid');
  expect((await revoke(laurel, award, { reason: 'issued_in_error' })).status).toBe(200);
  const { status, ...rest } = bundleIn(bundle);
  const list = await (await fetch(status.list.id)).json();

  const { verdict } = await verdictOf([fileOf({ ...rest, status: { ...status, list } })]);

  expect(verdict).toBe('revoked');
});

test('a browser that checks signatures and knows no URL.parse, such as Safari 17, is enough', async () => {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.addInitScript('delete URL.parse');
  const file = join(directory, 'without-parse.html');
  writeFileSync(file, html);
  await page.goto(`file://${file}`);
  for (const files of [
    [kept.pdf],
    [kept.bundle],
    [kept.jwt, kept.bundle],
    [kept.svg, kept.bundle],
  ]) {
    await choose(page, files);
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('valid');
  }
  await context.close();
});

test('of two choices the later one is shown at the end, however long the first takes', async () => {
  const { page } = await open();
  // The first file is read once the page is told so; what is shown is written down.
  await page.evaluate(`{
    const read = File.prototype.arrayBuffer;
    const told = new Promise((tell) => { window.tell = tell; });
    File.prototype.arrayBuffer = async function () {
      if (this.name === 'first') await told;
      return read.call(this);
    };
    window.shown = [];
    new MutationObserver(() => {
      const name = document.querySelector('#result bdi')?.textContent;
      if (name !== undefined && name !== window.shown.at(-1)) window.shown.push(name);
    }).observe(document.querySelector('#result'), { childList: true });
  }`);
  for (const [name, bytes] of [
    ['first', other.pdf],
    ['second', kept.pdf],
  ] as const) {
    await page
      .locator('#file')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
  }
  await page.evaluate('window.tell()');

  await expect.poll(() => page.evaluate('window.shown.length')).toBe(2);
  expect(await page.evaluate('window.shown')).toEqual(['first', 'second']);
  expect(await page.locator('#result').innerText()).toContain(NAME);
  await page.context().close();
});

describe('where it cannot answer', () => {
  test('it says so, and nothing that it said of something else stays', async () => {
    const { page } = await open();
    await choose(page, [kept.pdf]);
    await page.locator('[data-verdict=valid]').waitFor();

    // A file that is gone, or a folder, cannot be read.
    await page.evaluate('File.prototype.arrayBuffer = () => Promise.reject(new Error("gone"))');
    await choose(page, [kept.json]);

    expect(await page.locator('[data-verdict]').count()).toBe(0);
    expect(await page.locator('#result').innerText()).toContain('no file of a kind');
    await page.context().close();
  });

  test('it refuses what is far too large before it reads it', async () => {
    const { page } = await open();
    await page.evaluate('Object.defineProperty(File.prototype, "size", { get: () => 5e9 })');
    await choose(page, [kept.pdf]);

    expect(await page.locator('#result').innerText()).toContain('too large');
    await page.context().close();
  });

  test.each([
    ['has no Ed25519', 'crypto.subtle.importKey = () => Promise.reject(new Error("unknown"))'],
    ['unpacks nothing', 'delete window.DecompressionStream'],
  ])('it offers nothing in a browser that %s', async (_, older) => {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    await page.addInitScript(older);
    const file = join(directory, 'older.html');
    writeFileSync(file, html);
    await page.goto(`file://${file}`);

    await page.getByText('This browser is too old').waitFor();
    expect(await page.locator('form').count()).toBe(0);
    await context.close();
  });

  test('it says at an address without encryption what to do, and calls no browser old', async () => {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    await page.route('http://computer.lan/', (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await page.goto('http://computer.lan/');

    await page.getByText('there no browser checks signatures').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('too old');
    expect(await page.locator('form').count()).toBe(0);
    await expectAccessible(page, 'at an address without encryption');
    await context.close();
  });

  test('it is not empty where its script does not run', async () => {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    const file = join(directory, 'not-run.html');
    writeFileSync(file, html.replace('<script type="module">', '$&#!'));
    await page.goto(`file://${file}`);

    expect(await page.locator('body').innerText()).toContain('a browser that is up to date');
    await context.close();
  });
});

test.each(['en', 'ar'])('every answer is accessible on a phone in %s', async (locale) => {
  const { page, asked, said } = await open(locale);
  await expectAccessible(page, 'the form');
  for (const [name, files] of Object.entries({
    valid: [kept.pdf],
    unknown: [kept.json],
    invalid: [changed(kept.json), kept.bundle],
    several: [kept.pdf, other.pdf],
    refused: [kept.json, Buffer.from('{}')],
  })) {
    await choose(page, files);
    await expectAccessible(page, name);
  }
  expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
  expect([asked, said]).toEqual([[], []]);
  await page.context().close();
});

test('what was pasted is verified by the keyboard alone, and stays when the language is changed', async () => {
  const { page } = await open();
  await page.locator('#text').fill(new TextDecoder().decode(kept.bundle));

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('[data-verdict=valid]').waitFor();
  await page.locator('[data-language=ar]').click();

  await page.locator('html[lang=ar] [data-verdict=valid]').waitFor();
  expect(await page.locator('#text').inputValue()).toBe(new TextDecoder().decode(kept.bundle));
  await page.context().close();
});
