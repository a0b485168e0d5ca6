import { checkFormat } from '@laurel/verification/any/format';
import { readPresented } from '@laurel/verification/read';
import { describe, expect, test } from 'vitest';
import { aBadge, aCredential, anOldCredential, aPresentation, V2 } from './documents.ts';

const embedded = (credential: ReturnType<typeof aCredential>) =>
  checkFormat({ form: 'embedded', credential });

function token(payload: Record<string, unknown>, header = {}, rest = 'c2ln') {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const read = readPresented(
    `${part({ alg: 'ES256', typ: 'vc+jwt', ...header })}.${part(payload)}.${rest}`,
  );
  if (!read.ok) throw new Error(read.failure.detail);
  return checkFormat(read.value);
}

test('what is sound is told by the data model that it follows and how it is signed', () => {
  expect(embedded(aCredential())).toEqual([
    {
      check: 'format',
      result: 'pass',
      finding: 'verifiable_credential',
      values: ['VCDM 2.0, Data Integrity'],
    },
  ]);
  expect(embedded(anOldCredential())[0]?.values).toEqual(['VCDM 1.1, Data Integrity']);
  expect(embedded(aBadge())[0]).toMatchObject({ result: 'pass', finding: 'open_badge' });
  expect(token(aCredential())[0]?.values).toEqual(['VCDM 2.0, JWT']);
  expect(token({ iss: 'did:example:a', nbf: 7, vc: anOldCredential() }, { typ: 'JWT' })).toEqual([
    {
      check: 'format',
      result: 'pass',
      finding: 'verifiable_credential',
      values: ['VCDM 1.1, JWT'],
    },
  ]);
});

test('each rule that is broken is one check, with its place and the rule', () => {
  const checks = embedded(aCredential({ id: null, issuer: null }));
  expect(checks.map(({ result, finding }) => `${result} ${finding}`)).toEqual([
    'fail against_data_model',
    'fail against_data_model',
  ]);
  expect(checks.map(({ values }) => values[0])).toEqual(['/id', '/issuer']);
  expect(checks.every(({ values }) => /[.]$/.test(values[1] ?? ''))).toBe(true);
});

test('a document that breaks thousands of rules is told some of them', () => {
  const evidence = Array.from({ length: 5_000 }, () => 7);
  expect(embedded(aCredential({ evidence }))).toHaveLength(20);
});

test.each([
  ['a claim vc beside the document', { vc: {} }, '/vc'],
  ['a claim vp beside the document', { vp: {} }, '/vp'],
  ['an exp that is a string', { exp: '2027' }, '/exp'],
  ['an iss that is an object', { iss: {} }, '/iss'],
])('a token with %s is against its model', (_, claims, pointer) => {
  expect(token({ ...aCredential(), ...claims })[0]).toMatchObject({
    finding: 'against_data_model',
    values: [pointer, expect.any(String)],
  });
});

describe('a form that is not known is called by its name, and never passes', () => {
  test.each<readonly [string, string, () => ReturnType<typeof checkFormat>]>([
    [
      'Open Badges 2.0',
      'by its context',
      () => embedded({ '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' }),
    ],
    [
      'Open Badges 2.0',
      'by its members',
      () => embedded({ recipient: {}, badge: 'https://a.example' }),
    ],
    ['SD-JWT', 'by its disclosures', () => token(aCredential(), {}, 'c2ln~d~')],
    ['SD-JWT', 'by its digests', () => token({ ...aCredential(), _sd: ['x'] })],
    ['SD-JWT VC', 'by its header', () => token({ vct: 'x' }, { typ: 'dc+sd-jwt' })],
    ['SD-JWT VC', 'by its claim', () => token({ vct: 'x' }, { typ: 'JWT' })],
    ['at+jwt', 'by its header', () => token(aCredential(), { typ: 'at+jwt' })],
    [
      'mdoc',
      'by its members',
      () => embedded({ docType: 'org.iso.18013.5.1.mDL', issuerSigned: {} }),
    ],
    ['AnonCreds', 'by its members', () => embedded({ cred_def_id: 'x' })],
    [
      'application/vc+cose',
      'by its envelope',
      () =>
        embedded({
          '@context': V2,
          type: 'EnvelopedVerifiableCredential',
          id: 'data:application/vc+cose;base64,AAAA',
        }),
    ],
    ['Verifiable Presentation', 'by its type', () => embedded(aPresentation())],
    [
      'Verifiable Presentation',
      'by its claim',
      () => token({ vp: aPresentation() }, { typ: 'JWT' }),
    ],
  ])('%s %s', (name, _, check) => {
    expect(check()).toEqual([
      { check: 'format', result: 'warn', finding: 'unknown_format', values: [name] },
    ]);
  });
});
