import { deflateSync } from 'node:zlib';
import { bakeSvg } from '@laurel/baking/svg';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBrought } from '../src/brought.ts';
import { filesInPdf } from '../src/pdf-attachments.ts';
import { aKeptCredential, type KeptCredential } from './a-kept-credential.ts';
import { fileOf } from './verified.ts';

let kept: KeptCredential;
let other: KeptCredential;
beforeAll(async () => {
  kept = await aKeptCredential();
  other = await aKeptCredential({ id: 'd'.repeat(17) });
});

const pdfWithoutFiles = new Uint8Array(Buffer.from('%PDF-1.7\n%\xff\xff\n', 'latin1'));

async function why(...files: readonly (string | object)[]): Promise<string> {
  const brought = await readBrought(files.map(fileOf));
  return brought.ok ? 'something' : brought.failure;
}

describe('what was brought is found by its content', () => {
  test('a credential and its bundle, in either order', async () => {
    const files = [kept.document, kept.bundle].map(fileOf);

    for (const brought of [await readBrought(files), await readBrought(files.toReversed())]) {
      expect(brought).toMatchObject({ ok: true, value: { inPdf: false, bundle: kept.bundle } });
    }
  });

  test('a badge, and the same credential twice', async () => {
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', kept.document);

    expect(await why(svg, kept.document, kept.bundle, kept.bundle)).toBe('something');
  });

  test('and refused by name where it cannot be one thing', async () => {
    expect(await why('')).toBe('nothing');
    expect(await why('{"some": "json"}')).toBe('no_credential');
    expect(await why(kept.document.slice(0, 300))).toBe('no_credential');
    expect(await why(kept.document, other.document)).toBe('several_credentials');
    expect(await why(kept.document, kept.bundle, other.bundle)).toBe('several_bundles');
    expect(await why({ ...kept.bundle, format: 'laurel-proof-bundle-v2' })).toBe(
      'bundle_unreadable',
    );
    expect(await why({ ...kept.bundle, credential: null })).toBe('no_credential');
    expect(await why('<svg xmlns="http://www.w3.org/2000/svg"></svg>')).toBe('unreadable');
    expect(await readBrought([pdfWithoutFiles])).toEqual({ ok: false, failure: 'no_credential' });
    const brought = await readBrought([Uint8Array.of(0xff, 0xfe, 0x00)]);
    expect(brought).toEqual({ ok: false, failure: 'unreadable' });
  });
});

const pdfWith = (...files: readonly string[]) =>
  fileOf(
    `%PDF-1.7\n${files.map((file, at) => `${at + 1} 0 obj <</Type/EmbeddedFile/Length ${fileOf(file).length}>> stream\n${file}\nendstream endobj\n`).join('')}`,
  );

describe('a bundle answers for nothing but what it belongs to', () => {
  test('not for a file beside it in which nothing was signed', async () => {
    const bundle = JSON.stringify(kept.bundle);
    expect(await why('hello', bundle)).toBe('strange_file');
    expect(await why(bundle, '{"some": "json"}')).toBe('strange_file');
    expect(await why(kept.document.slice(0, 300), bundle)).toBe('strange_file');
    expect(await why(kept.document, bundle, '[]')).toBe('strange_file');
    for (const pages of [pdfWithoutFiles, pdfWith('', 'a picture')]) {
      const brought = await readBrought([pages, fileOf(bundle)]);
      expect(brought).toEqual({ ok: false, failure: 'strange_file' });
    }
  });

  test('a field that was left empty is nothing beside it', async () => {
    expect(await why(kept.bundle, ' \n')).toBe('something');
  });

  test('pages that came along are told, wherever in the files its document stands', async () => {
    const bundle = JSON.stringify(kept.bundle);
    for (const files of [
      [pdfWith(bundle)],
      [fileOf(kept.document), pdfWith(kept.document, bundle)],
    ]) {
      expect(await readBrought(files)).toMatchObject({ ok: true, value: { inPdf: true } });
    }
  });

  test('one that was fetched anew is taken before the one in a PDF', async () => {
    const anew = { ...kept.bundle, madeAt: '2027-01-01T00:00:00Z' };
    const pdf = pdfWith(kept.document, JSON.stringify({ ...kept.bundle, credential: null }));

    const brought = await readBrought([pdf, fileOf(anew)]);

    expect(brought).toMatchObject({ ok: true, value: { inPdf: true, bundle: anew } });
  });
});

test('what nests too deep to be gone through is refused, and never thrown', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const [header, , signature] = kept.rsaJwt.split('.');
  const payload = Buffer.from(`{"credentialSubject":{"deep":${deep}}}`).toString('base64url');
  const bundle = JSON.stringify({ ...kept.bundle, serviceKeys: { deep: 0 } });

  expect(await why(`{"credentialSubject":{"deep":${deep}}}`)).toBe('no_credential');
  expect(await why(`${header}.${payload}.${signature}`)).toBe('no_credential');
  expect(await why(bundle.replace('{"deep":0}', `{"deep":${deep}}`))).toBe('bundle_unreadable');
});

describe('files in a PDF', () => {
  const pdf = (...objects: readonly (string | Uint8Array)[]) =>
    new Uint8Array(
      Buffer.concat(
        ['%PDF-1.7\n', ...objects].map((one) =>
          typeof one === 'string' ? Buffer.from(one, 'latin1') : one,
        ),
      ),
    );
  const packed = deflateSync('{"packed": "é"}');

  test('are read packed and plain, with a length of their own and one told elsewhere', async () => {
    const bytes = pdf(
      `4 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
      packed,
      '\nendstream\nendobj\n',
      '5 0 obj << /Length 6 0 R /Type /EmbeddedFile >> stream\r\nplain\nendstream endobj\n6 0 obj 5 endobj\n',
      '7 0 obj << /Type /XObject /Length 4 >> stream\nleft\nendstream endobj\n',
    );

    expect(await filesInPdf(bytes)).toEqual(['{"packed": "é"}', 'plain']);
  });

  test('are read where their length is told in a packed object', async () => {
    const bytes = pdf(
      '4 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode/Length 9 0 R>>\nstream\n',
      packed,
      '\r\nendstream\nendobj\n5 0 obj\n<</Type/EmbeddedFile/Length 8 0 R>>\nstream\nplain\nendstream\nendobj\n',
    );

    expect(await filesInPdf(bytes)).toEqual(['{"packed": "é"}', 'plain']);
  });

  test('are read in a time that grows with the file, however many there are', async () => {
    const bytes = pdf(
      '>>stream\n'.repeat(100_000),
      '1 0 obj<</Type/EmbeddedFile/Length 7 7 R>>stream\n'.repeat(10_000),
    );

    expect((await filesInPdf(bytes)).length).toBeLessThanOrEqual(32);
  });

  test('are passed over where they are damaged, or unpack to too much', async () => {
    const bomb = deflateSync(Buffer.alloc(4 * 1024 * 1024));
    const bytes = pdf(
      `4 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`,
      bomb,
      `\nendstream\nendobj\n5 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode/Length 9>>\nstream\n`,
      packed.subarray(0, 9),
      '\nendstream\nendobj\n6 0 obj <</Type/EmbeddedFile/Filter/LZWDecode/Length 1>>stream\nx\nendstream endobj',
    );

    expect(await filesInPdf(bytes)).toEqual([]);
  });
});
