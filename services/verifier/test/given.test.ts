import { bakeSvg } from '@laurel/baking/svg';
import type { PdfParts } from '@laurel/contracts/pdf-parts';
import { ok, refuse } from '@laurel/core/result';
import { expect, test } from 'vitest';
import { givenFile, givenJson, givenText } from '../src/presented/given.ts';

const ORIGIN = 'https://laurel.example';
const PARTS: PdfParts = {
  files: [],
  pages: [],
  wholly: true,
  changes: false,
  title: null,
  language: null,
};

/** Reads a file where every PDF is taken apart into the same. */
const read = (file: Uint8Array, parts: Partial<PdfParts> = {}) =>
  givenFile(file, { origin: ORIGIN, takeApart: async () => ok({ ...PARTS, ...parts }) });

const bytes = (text: string) => new TextEncoder().encode(text);

test('What was pasted is an address, JSON or a JWT by its content.', () => {
  expect(givenText('  https://laurel.example/c/x \n')).toEqual({
    ok: true,
    value: { kind: 'address', address: 'https://laurel.example/c/x' },
  });
  expect(givenText('{"id":"urn:x"}')).toMatchObject({ value: { kind: 'credential' } });
  expect(givenText('https://laurel.example/c/x and more')).toMatchObject({ ok: false });
});

test('A file is recognised by its first bytes: SVG is unbaked, JSON read.', async () => {
  const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', '{"id":"urn:x"}');
  expect(await read(bytes(svg))).toMatchObject({
    value: { presented: { credential: { id: 'urn:x' } } },
  });
  expect(await read(bytes('\ufeff{"id":"urn:x"}'))).toMatchObject({ ok: true });
});

test('A PNG that is not one, a picture without a credential and a damaged file say what is wrong.', async () => {
  const detail = async (file: Uint8Array) => {
    const given = await read(file);
    if (given.ok || given.failure.reason !== 'credential_unreadable') throw new Error('was read');
    return given.failure.detail;
  };
  expect(await detail(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toMatch(/PNG/);
  expect(await detail(bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatch(/no credential/);
  expect(await detail(new Uint8Array([0x80, 0xd8, 0xff]))).toMatch(
    /neither a PDF nor a PNG nor text/,
  );
  expect(await detail(bytes(''))).not.toBe('');
});

const CREDENTIAL = '{"id":"urn:x","credentialSubject":{}}';
const pdf = bytes('%PDF-1.7\n');
const file = (text: string, mediaType: string | null = null, name = 'a.bin') => ({
  name,
  mediaType,
  bytes: bytes(text),
});

test('A PDF is known by its header, also behind a little of something else, and JSON that speaks of one is JSON.', async () => {
  for (const header of ['%PDF-1.4', `${'x'.repeat(1000)}%PDF-1.4`]) {
    expect(await read(bytes(header))).toMatchObject({
      failure: { reason: 'pdf_without_credential' },
    });
  }
  expect(await read(bytes(`${'x'.repeat(1100)}%PDF-1.4`))).toMatchObject({ ok: false });
  expect(await read(bytes('{"id":"%PDF-1.4"}'))).toMatchObject({ value: { pdf: null } });
});

test('The credential in a PDF is found by its content, among other files, whatever it is called.', async () => {
  const found = await read(pdf, {
    files: [
      file('{"keys":[]}', 'application/vc', 'credential.json'),
      file('\u0000\u0001', 'application/pdf'),
      file(CREDENTIAL, 'text/plain', 'notes.txt'),
    ],
  });

  expect(found).toMatchObject({
    value: { pdf: { file: { name: 'notes.txt', mediaType: 'text/plain' }, credentials: 1 } },
  });
  const two = await read(pdf, { files: [file(CREDENTIAL), file(CREDENTIAL.replace('x', 'y'))] });
  expect(two).toMatchObject({ value: { pdf: { credentials: 2 } } });
});

test('A credential in a PDF that is cut says so; without one the address on the page is told, also over a line’s end.', async () => {
  const address = `${ORIGIN}/c/q3Vn2bXk5Yt2cW8aD`;
  expect(await read(pdf, { files: [file('{"id":', 'application/vc')] })).toMatchObject({
    failure: { reason: 'credential_unreadable' },
  });
  for (const runs of [
    [`See ${address}.`],
    [address.slice(0, -4), '\n', address.slice(-4), ' ', 'x'],
  ]) {
    const found = await read(pdf, { pages: [{ runs, hides: false, marks: 0 }] });
    expect(found).toEqual({ ok: false, failure: { reason: 'pdf_without_credential', address } });
  }
  const none = await read(pdf, {
    pages: [{ runs: ['https://example.org/c/1'], hides: false, marks: 0 }],
  });
  expect(none).toMatchObject({ failure: { address: null } });
});

test('Why a PDF is not looked into is passed on.', async () => {
  const takeApart = async () => refuse('encrypted' as const);

  expect(await givenFile(pdf, { origin: ORIGIN, takeApart })).toEqual({
    ok: false,
    failure: { reason: 'pdf_unreadable', why: 'encrypted' },
  });
});

test('A document that would take seconds to verify, or all of the stack, is refused before that.', () => {
  const detail = (value: unknown) => {
    const given = givenJson(value);
    if (given.ok || given.failure.reason !== 'credential_unreadable') throw new Error('was read');
    return given.failure.detail;
  };
  let deep: unknown = 'x';
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(detail({ deep })).toMatch(/levels deep/);
  expect(detail({ evidence: Array.from({ length: 5_000 }, () => ({})) })).toMatch(/values/);
  expect(givenJson({ evidence: Array.from({ length: 500 }, () => ({})) })).toMatchObject({
    ok: true,
  });
});
