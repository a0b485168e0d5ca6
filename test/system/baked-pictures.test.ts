import { BADGE_SIZES } from '@laurel/core/badge-size';
import { decodeSync } from 'png-chunk-itxt';
import extractChunks from 'png-chunks-extract';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { aCredential } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { strangersLoader, verifyByVc } from '../support/stranger.ts';

let laurel: Laurel;
let page: string;
let signed: string;

beforeAll(async () => {
  laurel = await startLaurel();
  const recipients = [{ username: 'Ṣadé 🌿 李雷 سدرہ' }];
  ({ page } = await aCredential(laurel, { language: 'ar', recipients }));
  signed = await (await fetch(`${page}.json`)).text();
  expect(signed).toContain('سدرہ');
});
afterAll(() => laurel.stop());

async function bytesOf(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

/** What the service itself says of a file. */
async function verdictOf(file: Uint8Array<ArrayBuffer>, type: string): Promise<unknown> {
  const form = new FormData();
  form.set('file', new Blob([file], { type }));
  const answer = await fetch(`${laurel.url}/api/verify`, { method: 'POST', body: form });
  return ((await answer.json()) as { readonly verdict?: unknown }).verdict;
}

async function expectGood(credential: string): Promise<void> {
  expect(credential).toBe(signed);
  const result = await verifyByVc(JSON.parse(credential), strangersLoader(laurel));
  expect(result.error).toBeUndefined();
  expect(result).toMatchObject({ verified: true, statusResult: { verified: true } });
}

test.each(BADGE_SIZES)(
  'what png-chunk-itxt finds in a badge of %i pixels is what was signed, as @digitalbazaar/vc verifies',
  async (size) => {
    const png = await bytesOf(`${page}.png?size=${size}`);
    const [chunk, ...others] = extractChunks(png).filter(({ name }) => name === 'iTXt');
    expect(others).toEqual([]);
    await expectGood(decodeSync(chunk?.data ?? new Uint8Array()).text);
    expect(await verdictOf(Uint8Array.from(png), 'image/png')).toBe('valid');
  },
);

test('what a parser of XML finds in a badge is what was signed, as @digitalbazaar/vc verifies', async () => {
  const svg = await bytesOf(`${page}.svg`);
  const found: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.on('cdata', (text) => found.push(text));
  parser.write(new TextDecoder().decode(svg)).close();
  expect(found).toHaveLength(1);
  await expectGood(found.join(''));
  expect(await verdictOf(Uint8Array.from(svg), 'image/svg+xml')).toBe('valid');
});

test('what pdf.js finds in a certificate is what was signed, as @digitalbazaar/vc verifies', async () => {
  const { attachments } = await openPdf(await bytesOf(`${page}.pdf`));
  expect([...attachments.keys()]).toEqual(['credential.json', 'laurel-proof.json']);
  await expectGood(new TextDecoder().decode(attachments.get('credential.json')));
});

test.each(['png', 'svg'])(
  'a badge (%s) that is valid is shown with what was signed first, to be compared',
  async (form) => {
    const file = new FormData();
    file.set('file', new File([Uint8Array.from(await bytesOf(`${page}.${form}`))], 'badge'));

    const answer = await fetch(`${laurel.url}/verify`, {
      method: 'POST',
      body: file,
      headers: { 'accept-language': 'en' },
    });

    const order = [
      'class="verdict good"',
      'Compare it with your copy',
      'سدرہ',
      'data-check="proof"',
    ];
    const html = await answer.text();
    const places = order.map((one) => html.indexOf(one));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  },
);
