import { gzipSync } from 'node:zlib';
import { bakePng } from '@laurel/baking/png';
import { messagesFor } from '@laurel/i18n/messages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aKeptCredential } from '../../packages/offline/test/a-kept-credential.ts';
import { fileOf } from '../../packages/offline/test/verified.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { bundleIn, keptFiles } from '../support/kept-files.ts';
import {
  changed,
  choose,
  NAME,
  type OfflinePage,
  startOfflinePage,
} from '../support/offline-page.ts';

const MAX_PACKED_BYTES = 300_000;

let offline: OfflinePage;
beforeAll(async () => {
  offline = await startOfflinePage();
});
afterAll(() => offline.stop());

describe('the file', () => {
  test('is small, to be kept, and made for this service', async () => {
    const answer = await fetch(`${offline.laurel.url}/verify/offline.html`);
    const { verificationMethod } = Object(
      await (await fetch(`${offline.laurel.url}/.well-known/did.json`)).json(),
    );

    expect(gzipSync(offline.html).length).toBeLessThan(MAX_PACKED_BYTES);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=".*\.html"$/);
    expect(offline.html).toContain(`name="laurel-origin" content="${offline.laurel.origin}"`);
    expect(offline.html).toContain(
      `name="laurel-roots" content="${verificationMethod[0].publicKeyMultibase}"`,
    );
    const again = await fetch(`${offline.laurel.url}/verify/offline.html`, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect(await (await fetch(`${offline.laurel.url}/verify`)).text()).toContain(
      '/verify/offline.html',
    );
  });

  test('forbids itself to load or to send anything', () => {
    const [, policy] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(offline.html) ?? [];

    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/,
    );
    expect(offline.html).not.toMatch(/<(?:script|link|img|iframe)[^>]*\s(?:src|href)=/i);
  });
});

describe('opened from a disk without a network, it verifies', () => {
  test.each([
    ['a PDF alone', () => [offline.kept.pdf]],
    ['a bundle alone', () => [offline.kept.bundle]],
    ['JSON and its bundle', () => [offline.kept.json, offline.kept.bundle]],
    ['the RS256 JWT and its bundle', () => [offline.kept.jwt, offline.kept.bundle]],
    ['the EdDSA JWT and its bundle', () => [offline.kept.bundle, offline.kept.jose]],
    ['a PNG and its bundle', () => [offline.kept.png, offline.kept.bundle]],
    ['an SVG and its bundle', () => [offline.kept.svg, offline.kept.bundle]],
  ])('%s', async (_, files) => {
    const { verdict, findings, text } = await offline.verdictOf(files());

    expect(verdict).toBe('valid');
    expect(findings).toContain('log included');
    expect(text).toContain(NAME);
    expect(text).toContain('What happened since cannot be known from a file.');
    expect(text).toContain(offline.address);
    expect(text).toContain(messagesFor('en').message('credential-demonstration'));
  });

  test.each([
    ['JSON', () => [changed(offline.kept.json), offline.kept.bundle]],
    [
      'a PNG',
      () => [bakePng(offline.kept.png, textOf(changed(offline.kept.json))), offline.kept.bundle],
    ],
    ['an SVG', () => [changed(offline.kept.svg), offline.kept.bundle]],
    ['an RS256 JWT', () => [withAnotherPayload(offline.kept.jwt), offline.kept.bundle]],
    ['an EdDSA JWT', () => [withAnotherPayload(offline.kept.jose), offline.kept.bundle]],
    ['a bundle alone', () => [changed(offline.kept.bundle, '\\"value\\":\\"2.5')]],
    ['what a PDF holds', () => [withFiles(changed(offline.kept.json), offline.kept.bundle)]],
  ])('and finds out that %s was changed', async (_, files) => {
    const { verdict, text } = await offline.verdictOf(files());

    expect(verdict).toBe('invalid');
    expect(text).not.toContain(NAME);
  });

  test('and says where the letters of a PNG do not add up', async () => {
    const { verdict } = await offline.verdictOf([changed(offline.kept.png), offline.kept.bundle]);

    expect(verdict).toContain('damaged');
  });
});

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
    const { page } = await offline.open();
    await choose(page, [offline.kept.svg]);
    expect(await page.locator('[data-check=identity]').getAttribute('data-finding')).toBe(
      'no_bundle',
    );

    await choose(page, [offline.kept.bundle]);

    await page.locator('[data-verdict=valid]').waitFor();
    await page.context().close();
  });

  test('with the bundle of another credential', async () => {
    const { verdict, findings } = await offline.verdictOf([
      offline.kept.json,
      fileOf({ ...bundleIn(offline.other.bundle), credential: null }),
    ]);

    expect([verdict, findings]).toEqual(['unknown', expect.arrayContaining(['log not_proven'])]);
  });

  test('of two credentials in one file', async () => {
    const { verdict } = await offline.verdictOf([
      withFiles(offline.kept.json, offline.kept.bundle, offline.other.json),
    ]);

    expect(verdict).toContain('more than one credential');
  });

  test('of what another service signed', async () => {
    const { document, bundle } = await aKeptCredential();
    const { verdict, findings } = await offline.verdictOf([fileOf(document), fileOf(bundle)]);

    expect(verdict).toBe('unknown');
    expect(findings).toContain('identity another_service');
  });
});

describe('of several credentials at once', () => {
  test('each is told with its verdict, whose it is and what for, and its checks are folded', async () => {
    const { page, asked, said } = await offline.open();
    await choose(page, [offline.kept.pdf, offline.other.pdf]);

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
    const { page } = await offline.open();
    await choose(page, [
      changed(offline.kept.json),
      offline.other.bundle,
      offline.kept.bundle,
      offline.other.svg,
    ]);

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

test('a list that is fetched anew tells what was revoked since', async () => {
  const { page, award } = await aCredential(offline.laurel, {
    recipients: [{ username: 'Rana Uno' }],
  });
  const { bundle } = await keptFiles(page);
  expect((await offline.verdictOf([bundle])).verdict).toBe('valid');
  expect((await revoke(offline.laurel, award, { reason: 'issued_in_error' })).status).toBe(200);
  const { status, ...rest } = bundleIn(bundle);
  const list = await (await fetch(status.list.id)).json();

  const { verdict } = await offline.verdictOf([fileOf({ ...rest, status: { ...status, list } })]);

  expect(verdict).toBe('revoked');
});
