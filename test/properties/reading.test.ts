import { bakePng } from '@laurel/baking/png';
import { encodeChunk, pngFile } from '@laurel/baking/png-chunks';
import { bakeSvg } from '@laurel/baking/svg';
import { credentialIdIn } from '@laurel/core/addresses';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { problemDocument } from '@laurel/http/problem';
import { readJson } from '@laurel/http/read-json';
import { messagesFor } from '@laurel/i18n/messages';
import { unpackedBitstring, unpackedStatusList2021 } from '@laurel/verification/any/bitstring';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { givenFile, givenJson, givenText } from '../../services/verifier/src/presented/given.ts';
import { givenList } from '../../services/verifier/src/presented/given-list.ts';
import { fileIn, readForm } from '../../services/verifier/src/presented/read-form.ts';
import { VerifyRequest } from '../../services/verifier/src/presented/verify-request.ts';
import { placeOf } from '../../services/verifier/src/retrieval/where.ts';
import { brokenBytes, brokenDocuments, brokenTexts, brokenTokens } from '../support/broken.ts';
import { aDocument, MODELS } from '../support/foreign/documents.ts';
import { ALL_FORMS } from '../support/foreign/forms.ts';
import { foreignIssuer } from '../support/foreign-issuer.ts';
import { holds, PATIENCE_MS } from '../support/properties.ts';

const ORIGIN = 'https://laurel.example';
const DOCUMENTS = MODELS.map((model) => aDocument(model, 'did:web:badges.example'));
const PIXEL = pngFile([
  encodeChunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
  encodeChunk('IEND', new Uint8Array()),
]);

let signed: readonly string[];
beforeAll(async () => {
  const issuer = await foreignIssuer();
  const all = await Promise.all(ALL_FORMS.map((form) => issuer.issue(form)));
  signed = all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
});

const texts = () => brokenTexts(fc.constantFrom(...signed));
const documentTexts = () => brokenDocuments(DOCUMENTS).map((document) => JSON.stringify(document));

/** Expects that something was read, or refused in a way that becomes a problem document of 4xx. */
function expectReadOrRefused(read: Result<unknown, Failure>): void {
  if (read.ok) return;
  const messages = messagesFor('en');
  const document = problemDocument(read.failure, { origin: ORIGIN, instance: '/x', messages });
  expect(document.status).toBeGreaterThanOrEqual(400);
  expect(document.status).toBeLessThan(500);
  expect(document.detail.length).toBeGreaterThan(0);
  expect(JSON.parse(JSON.stringify(document))).toMatchObject({ title: expect.any(String) });
}

/** Puts the same into a PDF, as the renderer would take it out. */
const reader = (inside: Uint8Array) => ({
  origin: ORIGIN,
  takeApart: async () =>
    ok({
      files: [{ name: 'a.json', mediaType: 'application/vc', bytes: inside }],
      pages: [{ runs: [new TextDecoder().decode(inside)], hides: false, marks: 0 }],
      wholly: true,
      changes: false,
      title: null,
      language: null,
    }),
});

test('text that was pasted', { timeout: PATIENCE_MS }, async () => {
  await holds(
    0.15,
    fc.asyncProperty(
      fc.oneof(texts(), documentTexts(), fc.string({ unit: 'binary' })),
      async (text) => expectReadOrRefused(givenText(text)),
    ),
  );
});

test('tokens of any header and payload', { timeout: PATIENCE_MS }, async () => {
  const parts = fc.oneof(
    brokenTexts(fc.constantFrom('{"alg":"ES256","kid":"x"}')),
    documentTexts(),
    texts(),
  );
  await holds(
    0.1,
    fc.asyncProperty(brokenTokens(parts), async (token) => expectReadOrRefused(givenText(token))),
  );
});

test('JSON that was parsed already, alone and in lists', { timeout: PATIENCE_MS }, async () => {
  const values = fc.oneof(brokenDocuments(DOCUMENTS), fc.jsonValue(), fc.anything());
  await holds(
    0.1,
    fc.asyncProperty(fc.array(values, { maxLength: 8 }), async (items) => {
      for (const item of items) expectReadOrRefused(givenJson(item));
      const list = givenList(items);
      expectReadOrRefused(list);
      if (list.ok) for (const item of list.value) expectReadOrRefused(item);
    }),
  );
});

test('files: PNG, SVG, PDF and whatever else', { timeout: PATIENCE_MS }, async () => {
  const [text = ''] = signed;
  const files = [
    bakePng(PIXEL, text),
    new TextEncoder().encode(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', text)),
    new TextEncoder().encode(`%PDF-1.7\n${text}`),
    new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
  ];
  await holds(
    0.1,
    fc.asyncProperty(fc.oneof(brokenBytes(files), fc.uint8Array()), async (bytes) =>
      expectReadOrRefused(await givenFile(new Uint8Array(bytes), reader(new Uint8Array(bytes)))),
    ),
  );
});

test('pictures whose chunks and elements are whole and hold anything', {
  timeout: PATIENCE_MS,
}, async () => {
  const keyword = fc.constantFrom('openbadgecredential', 'openbadges', 'openbadgecredentials');
  const contents = fc.oneof(texts(), fc.string({ unit: 'binary' }));
  await holds(
    0.1,
    fc.asyncProperty(
      keyword,
      fc.constantFrom('iTXt', 'tEXt', 'zTXt'),
      contents,
      async (name, type, inside) => {
        const chunk = encodeChunk(type, new TextEncoder().encode(`${name}\0\0\0\0\0${inside}`));
        const png = new Uint8Array([...PIXEL.slice(0, 33), ...chunk, ...PIXEL.slice(33)]);
        expectReadOrRefused(await givenFile(png, reader(png)));
        const svg = `<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential verify="${inside}">${inside}</o:credential></svg>`;
        expectReadOrRefused(givenText(svg));
      },
    ),
  );
});

test('bodies in JSON, and forms', { timeout: PATIENCE_MS }, async () => {
  const bodies = brokenTexts(
    fc.constantFrom(
      '{"credentials":[{"url":"https://a.example/1"},"x",{}]}',
      '{"url":"https://a.example"}',
    ),
  );
  const forms = brokenTexts(
    fc.constant(
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n{}\r\n--b--\r\n',
    ),
  );
  const types = fc.constantFrom(
    'multipart/form-data; boundary=b',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
  );
  const sent = (body: string, type: string) =>
    new Request(ORIGIN, { method: 'POST', body, headers: { 'content-type': type } });
  await holds(
    0.1,
    fc.asyncProperty(bodies, forms, types, async (body, form, type) => {
      expectReadOrRefused(await readJson(sent(body, 'application/json'), VerifyRequest, 1_000_000));
      const read = await readForm(sent(form, type));
      expectReadOrRefused(read);
      if (read.ok) await fileIn(read.value, 'file');
    }),
  );
});

test('status lists', { timeout: PATIENCE_MS }, async () => {
  const packed = fc
    .tuple(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('u', '', 'z', 'uH4sI'))
    .map(([bytes, prefix]) => prefix + Buffer.from(bytes).toString('base64url'));
  await holds(
    0.05,
    fc.asyncProperty(fc.oneof(packed, fc.string()), async (encoded) => {
      for (const unpacked of [unpackedBitstring, unpackedStatusList2021]) {
        const list = await unpacked(encoded);
        if (!list.ok) expect(['list_unreadable', 'list_too_large']).toContain(list.failure);
      }
    }),
  );
});

test('addresses: whatever is written, only public https or what is ours is asked', {
  timeout: PATIENCE_MS,
}, async () => {
  const hosts = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV4Extended(),
    fc.ipV6().map((address) => `[${address}]`),
    fc.constantFrom(
      'localhost',
      '2130706433',
      '0x7f.1',
      '[::ffff:10.0.0.1]',
      'metadata.google.internal',
    ),
  );
  const addresses = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc
      .tuple(fc.constantFrom('http', 'https', 'ftp', 'file'), hosts, fc.webPath())
      .map(([scheme, host, path]) => `${scheme}://${host}${path}`),
  );
  await holds(
    0.1,
    fc.asyncProperty(addresses, async (address) => {
      credentialIdIn(ORIGIN, address);
      const reach = { origin: ORIGIN, localOrigins: [], resolver: null };
      const place = await placeOf(address, reach, AbortSignal.timeout(1_000));
      if (place.kind !== 'elsewhere') return;
      expect(place.url.protocol).toBe('https:');
      const { hostname } = place.url;
      expect(hostname).not.toMatch(/(?:^|\.)localhost$|\.internal$|^\[(?:::|f[cde])/);
      if (!/^[\d.]+$/.test(hostname)) return;
      expect(hostname).not.toMatch(
        /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|22[4-9]|2[3-5]\d)\./,
      );
    }),
  );
});
