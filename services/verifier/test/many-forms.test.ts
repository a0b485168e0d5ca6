import { expect, test } from 'vitest';
import { givenFile, givenJson, givenText, givenWritten } from '../src/presented/given.ts';

const CREDENTIAL = { '@context': ['https://www.w3.org/ns/credentials/v2'], id: 'urn:x' };
const JSON_TEXT = JSON.stringify(CREDENTIAL);
const JWT = [{ alg: 'none' }, { jti: 'urn:x', id: 'urn:x' }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat('c2lnbmF0dXJl')
  .join('.');

const reader = {
  origin: 'https://laurel.example',
  takeApart: async () => {
    throw new Error('this is no PDF');
  },
};
const utf16 = (text: string, order: 'le' | 'be', mark: boolean) => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return new Uint8Array(order === 'be' ? bytes.swap16() : bytes);
};

async function detailOf(given: ReturnType<typeof givenText> | ReturnType<typeof givenFile>) {
  const read = await given;
  if (read.ok || read.failure.reason !== 'credential_unreadable') throw new Error('was read');
  return read.failure.detail;
}

test.each([
  ['as it is', JSON_TEXT],
  ['with space and a byte order mark round it', `\ufeff\n  ${JSON_TEXT}\r\n`],
  ['as a string of JSON', JSON.stringify(JSON_TEXT)],
  ['in a fence of Markdown', `\`\`\`json\n${JSON_TEXT}\n\`\`\``],
  ['in single quotation marks', `'${JSON_TEXT}'`],
  ['as a JWT', JWT],
  ['as a JWT in JSON’s quotation marks', `"${JWT}"`],
  ['as a JWT in typographic ones', `“${JWT}”`],
  ['as a JWT that a mail broke into lines', JWT.replaceAll(/.{40}/g, '$&\n')],
  ['as a data: URL', `data:application/vc+jwt,${JWT}`],
  ['as a data: URL in base64', `data:application/vc+jwt;charset=utf-8;base64,${btoa(JWT)}`],
  [
    'as an enveloped credential whose data: URL has parameters',
    JSON.stringify({
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt;charset=utf-8,${JWT}`,
    }),
  ],
  [
    'as an enveloped credential',
    JSON.stringify({
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${JWT}`,
    }),
  ],
])('A credential is read %s.', (_, text) => {
  expect(givenText(text)).toMatchObject({
    value: { kind: 'credential', among: null, presented: { credential: { id: 'urn:x' } } },
  });
});

test.each([
  ['a presentation', { type: ['VerifiablePresentation'], verifiableCredential: [CREDENTIAL] }, 1],
  ['one as it stands', { type: 'VerifiablePresentation', verifiableCredential: CREDENTIAL }, 1],
  ['what an API answers', { verifiableCredential: CREDENTIAL }, 1],
  ['a presentation with JWTs', { verifiableCredential: [JWT, CREDENTIAL] }, 2],
  ['the claim of a JWT', { iss: 'x', vp: { verifiableCredential: [JWT, JWT] } }, 2],
])(
  'The first credential is taken out of %s, and how many there are is told.',
  (_, value, among) => {
    expect(givenJson(value)).toMatchObject({
      value: { among, presented: { credential: { id: 'urn:x' } } },
    });
  },
);

test('A program gives a JWT as it was signed: what is written otherwise stays another token.', async () => {
  const broken = JWT.replace(/\.(?=[^.]*$)/, '.\n');
  const presented = { form: 'jwt', token: broken };
  expect(givenJson(broken)).toMatchObject({ value: { presented } });
  const file = new TextEncoder().encode(broken);
  expect(await givenFile(file, reader, givenWritten)).toMatchObject({ value: { presented } });
  expect(givenText(broken)).toMatchObject({ value: { presented: { token: JWT } } });
});

test('A list that was pasted is one too; without anything in it, that is said.', async () => {
  expect(givenText(`[${JSON_TEXT}, 7]`)).toMatchObject({ value: { among: 2 } });
  expect(await detailOf(givenText('[]'))).toMatch(/empty/);
  expect(await detailOf(givenText('[7]'))).toMatch(/JSON object/);
  expect(await detailOf(givenJson({ type: 'VerifiablePresentation' }))).toMatch(/empty/);
});

test('An address is one in angle brackets too, and where none is expected it is called one.', async () => {
  const address = 'https://badges.example/c/1';
  expect(givenText(`<${address}>`)).toEqual({ ok: true, value: { kind: 'address', address } });
  expect(await detailOf(Promise.resolve(givenJson(address)))).toMatch(/address/);
});

test.each([
  ['nothing', new Uint8Array(), /empty/],
  ['UTF-16, little end first', utf16(JSON_TEXT, 'le', true), /UTF-16/],
  ['UTF-16, big end first', utf16(JSON_TEXT, 'be', true), /UTF-16/],
  ['UTF-16 without a mark', utf16(JSON_TEXT, 'le', false), /UTF-16/],
  ['the other way round', utf16(JSON_TEXT, 'be', false), /UTF-16/],
  ['a photograph', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), /JPEG picture/],
  ['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 20]), /archive/],
  ['a page', Buffer.from('<!-- saved -->\n<!DOCTYPE html><p>Sign in</p>'), /page of the web/],
  ['a page in XML', Buffer.from('<?xml version="1.0"?><html/>'), /page of the web/],
  ['what is no text', new Uint8Array([0x80, 0x81]), /damaged/],
])('A file that is %s is called that.', async (_, bytes, said) => {
  expect(await detailOf(givenFile(new Uint8Array(bytes), reader))).toMatch(said);
});
