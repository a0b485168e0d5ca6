import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import {
  changed,
  choose,
  NAME,
  type OfflinePage,
  PHONE,
  startOfflinePage,
} from '../support/offline-page.ts';

let offline: OfflinePage;
beforeAll(async () => {
  offline = await startOfflinePage();
});
afterAll(() => offline.stop());

test('a browser that checks signatures and knows no URL.parse, such as Safari 17, is enough', async () => {
  const context = await offline.browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.addInitScript('delete URL.parse');
  await page.goto(offline.onDisk('without-parse.html'));
  for (const files of [
    [offline.kept.pdf],
    [offline.kept.bundle],
    [offline.kept.jwt, offline.kept.bundle],
    [offline.kept.svg, offline.kept.bundle],
  ]) {
    await choose(page, files);
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('valid');
  }
  await context.close();
});

test('of two choices the later one is shown at the end, however long the first takes', async () => {
  const { page } = await offline.open();
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
    ['first', offline.other.pdf],
    ['second', offline.kept.pdf],
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
    const { page } = await offline.open();
    await choose(page, [offline.kept.pdf]);
    await page.locator('[data-verdict=valid]').waitFor();

    // A file that is gone, or a folder, cannot be read.
    await page.evaluate('File.prototype.arrayBuffer = () => Promise.reject(new Error("gone"))');
    await choose(page, [offline.kept.json]);

    expect(await page.locator('[data-verdict]').count()).toBe(0);
    expect(await page.locator('#result').innerText()).toContain('no file of a kind');
    await page.context().close();
  });

  test('it refuses what is far too large before it reads it', async () => {
    const { page } = await offline.open();
    await page.evaluate('Object.defineProperty(File.prototype, "size", { get: () => 5e9 })');
    await choose(page, [offline.kept.pdf]);

    expect(await page.locator('#result').innerText()).toContain('too large');
    await page.context().close();
  });

  test.each([
    ['has no Ed25519', 'crypto.subtle.importKey = () => Promise.reject(new Error("unknown"))'],
    ['unpacks nothing', 'delete window.DecompressionStream'],
  ])('it offers nothing in a browser that %s', async (_, older) => {
    const context = await offline.browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    await page.addInitScript(older);
    await page.goto(offline.onDisk('older.html'));

    await page.getByText('This browser is too old').waitFor();
    expect(await page.locator('form').count()).toBe(0);
    await context.close();
  });

  test('it says at an address without encryption what to do, and calls no browser old', async () => {
    const context = await offline.browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    await page.route('http://computer.lan/', (route) =>
      route.fulfill({ contentType: 'text/html', body: offline.html }),
    );
    await page.goto('http://computer.lan/');

    await page.getByText('there no browser checks signatures').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('too old');
    expect(await page.locator('form').count()).toBe(0);
    await expectAccessible(page, 'at an address without encryption');
    await context.close();
  });

  test('it is not empty where its script does not run', async () => {
    const context = await offline.browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    await page.goto(
      offline.onDisk('not-run.html', offline.html.replace('<script type="module">', '$&#!')),
    );

    expect(await page.locator('body').innerText()).toContain('a browser that is up to date');
    await context.close();
  });
});

test.each(['en', 'ar'])('every answer is accessible on a phone in %s', async (locale) => {
  const { page, asked, said } = await offline.open(locale);
  await expectAccessible(page, 'the form');
  for (const [name, files] of Object.entries({
    valid: [offline.kept.pdf],
    unknown: [offline.kept.json],
    invalid: [changed(offline.kept.json), offline.kept.bundle],
    several: [offline.kept.pdf, offline.other.pdf],
    refused: [offline.kept.json, Buffer.from('{}')],
  })) {
    await choose(page, files);
    await expectAccessible(page, name);
  }
  expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
  expect([asked, said]).toEqual([[], []]);
  await page.context().close();
});

test('what was pasted is verified by the keyboard alone, and stays when the language is changed', async () => {
  const { page } = await offline.open();
  await page.locator('#text').fill(new TextDecoder().decode(offline.kept.bundle));

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('[data-verdict=valid]').waitFor();
  await page.locator('[data-language=ar]').click();

  await page.locator('html[lang=ar] [data-verdict=valid]').waitFor();
  expect(await page.locator('#text').inputValue()).toBe(
    new TextDecoder().decode(offline.kept.bundle),
  );
  await page.context().close();
});
