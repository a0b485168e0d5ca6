import { openEnvelope } from '@laurel/verification/any/data-model/envelope';
import { ENVELOPES } from '@laurel/verification/enveloped';
import { readPresented, readPresentedJson } from '@laurel/verification/read';
import { expect, test } from 'vitest';

function segment(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString(
    'base64url',
  );
}

const HEADER = segment({ alg: 'EdDSA' });
const PAYLOAD = segment({ id: 'urn:x' });

test('A JSON object and a JWT are told apart by their content.', () => {
  expect(readPresented(' \n{"id":"urn:x"} ')).toMatchObject({ value: { form: 'embedded' } });
  expect(readPresented(`${HEADER}.${PAYLOAD}.c2ln\n`)).toMatchObject({
    value: { form: 'jwt', credential: { id: 'urn:x' } },
  });
  expect(readPresented(`"${HEADER}.${PAYLOAD}.c2ln"`)).toMatchObject({ value: { form: 'jwt' } });
});

test('A JWT whose signature is cut off can be read, so that it can be called invalid.', () => {
  expect(readPresented(`${HEADER}.${PAYLOAD}`)).toMatchObject({ ok: true });
  expect(readPresented(`${HEADER}.${PAYLOAD}.`)).toMatchObject({ ok: true });
});

test('Junk is refused as data, never by an exception.', () => {
  const junk = [
    '',
    '   ',
    'hello',
    '{',
    '{"id":',
    '[]',
    '[{}]',
    '""',
    '"hello"',
    'null',
    '..',
    'a.b.c',
    `${HEADER}.${PAYLOAD.slice(0, 5)}`,
    `${HEADER}.${segment('[]')}.c2ln`,
    `${HEADER}.${segment('{')}.c2ln`,
    `${HEADER}.${PAYLOAD}.c2ln.more`,
    `!${HEADER}.${PAYLOAD}.c2ln`,
    '\u0000\u0001',
    '<svg/>',
  ];
  for (const text of junk) {
    expect(readPresented(text), JSON.stringify(text)).toMatchObject({
      ok: false,
      failure: { reason: 'credential_unreadable' },
    });
  }
  for (const value of [null, undefined, 1, true, [], 'x']) {
    expect(readPresentedJson(value)).toMatchObject({ ok: false });
  }
});

test('A JWT that names a member twice is refused, in its header as in its payload.', () => {
  const twice = '{"id":"urn:x","id":"urn:y"}';
  for (const token of [
    `${segment('{"alg":"ES256","alg":"none"}')}.${PAYLOAD}.c2ln`,
    `${HEADER}.${segment(twice)}.c2ln`,
    `${HEADER}.${segment('{"vc":{"type":[],"type":[]}}')}.c2ln`,
  ]) {
    const read = readPresented(token);
    expect(read).toMatchObject({ ok: false });
    expect(JSON.stringify(read)).toContain('names a member twice');
  }
});

test.each([
  ['with a parameter', (token: string) => `data:application/vc+jwt;charset=utf-8,${token}`],
  ['with several', (token: string) => `data:application/jwt;charset=US-ASCII;profile="x",${token}`],
  ['in capitals', (token: string) => `DATA:Application/VC+JWT,${token}`],
  ['under a former name', (token: string) => `data:application/vc-ld+jwt,${token}`],
  ['in base64', (token: string) => `data:application/vc+jwt;base64,${btoa(token)}`],
  [
    'in base64, with a parameter and its letters encoded',
    (token: string) =>
      `data:application/vc+jwt;charset=utf-8;base64,${encodeURIComponent(btoa(token))}`,
  ],
  ['that is called base64 and is not', (token: string) => `data:application/jwt;base64,${token}`],
])('A token in a data: URL %s is opened alike wherever it stands.', (_, urlOf) => {
  const token = `${HEADER}.${PAYLOAD}.c2ln`;
  const id = urlOf(token);
  const context = 'https://www.w3.org/ns/credentials/v2';
  const read = { ok: true, value: { form: 'jwt', token } };

  expect(readPresented(id)).toMatchObject(read);
  for (const kind of ['credential', 'presentation'] as const) {
    const envelope = { '@context': context, type: ENVELOPES[kind], id };
    expect(readPresentedJson(envelope)).toMatchObject(read);
    expect(openEnvelope(envelope, kind)).toEqual({ ok: true, value: token });
  }
});

test('An envelope is the JWT in it, as an object and as an address.', () => {
  const token = `${HEADER}.${PAYLOAD}.c2ln`;
  const id = `data:application/vc+jwt,${token}`;
  const read = { ok: true, value: { form: 'jwt', token, credential: { id: 'urn:x' } } };

  for (const type of ['EnvelopedVerifiableCredential', ['EnvelopedVerifiableCredential']]) {
    expect(readPresentedJson({ type, id })).toMatchObject(read);
  }
  expect(readPresented(id)).toMatchObject(read);
  expect(
    readPresentedJson({ type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,x' }),
  ).toMatchObject({ ok: false });
  expect(readPresentedJson({ type: 'EnvelopedVerifiableCredential', id: 'urn:x' })).toMatchObject({
    value: { form: 'embedded' },
  });
});
