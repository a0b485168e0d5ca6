import { isEnvelope, openEnvelope } from '@laurel/verification/any/data-model/envelope';
import { presentationRules } from '@laurel/verification/any/data-model/presentation';
import { describe, expect, test } from 'vitest';
import { aCredential, aPresentation, V1, V2 } from './documents.ts';

function brokenAt(document: unknown): readonly string[] {
  return presentationRules(document).map(({ pointer }) => pointer);
}

describe('a presentation', () => {
  test.each<readonly [string, Record<string, unknown>]>([
    ['the least that there must be', {}],
    ['an id', { id: 'urn:uuid:9c9a36f8-518f-4976-a934-6649502d0008' }],
    [
      'further contexts and types',
      { '@context': [V2, { A: 'https://a.example/#A' }], type: ['VerifiablePresentation', 'A'] },
    ],
    ['a holder', { holder: 'did:example:adjoa' }],
    ['a holder with an id', { holder: { id: 'did:example:adjoa' } }],
    ['several credentials', { verifiableCredential: [aCredential(), aCredential()] }],
    ['tokens in version 1.1', { '@context': [V1], verifiableCredential: ['a.b.c'] }],
  ])('may have %s', (_, change) => {
    expect(brokenAt(aPresentation(change))).toEqual([]);
  });

  test.each<readonly [string, Record<string, unknown>, string]>([
    ['no context', { '@context': undefined }, '/@context'],
    ['another context first', { '@context': [{ A: 'https://a.example/#A' }, V2] }, '/@context/0'],
    ['a context that is no URL', { '@context': [V2, 'https ://a.example'] }, '/@context/1'],
    ['a context that is a number', { '@context': [V2, 7] }, '/@context/1'],
    ['no type', { type: undefined }, '/type'],
    ['another type alone', { type: ['CredentialManagerPresentation'] }, '/type'],
    ['an id that is no URL', { id: 'seven' }, '/id'],
    ['a holder that is no URL', { holder: 'adjoa' }, '/holder'],
    ['a holder with a name alone', { holder: { name: 'Acme' } }, '/holder/id'],
    ['a holder whose id is no URL', { holder: { id: 'adjoa' } }, '/holder/id'],
    ['a credential as a string', { verifiableCredential: ['a.b.c'] }, '/verifiableCredential/0'],
    ['a proof that is none', { proof: null }, '/proof'],
  ])('may not have %s', (_, change, pointer) => {
    expect(brokenAt(aPresentation(change))).toEqual([pointer]);
  });
});

describe('an envelope', () => {
  const envelope = (change: object = {}) => ({
    '@context': V2,
    type: 'EnvelopedVerifiableCredential',
    id: 'data:application/vc+jwt,a.b.c',
    ...change,
  });

  test.each<readonly [string, object]>([
    ['its least form', {}],
    ['lists of one', { '@context': [V2], type: ['EnvelopedVerifiableCredential'] }],
    ['parameters that change nothing', { id: 'data:application/vc-ld+jwt;charset=us-ascii,a.b.c' }],
    ['base64', { id: `data:application/jwt;base64,${btoa('a.b.c')}` }],
  ])('is opened in %s', (_, change) => {
    expect(openEnvelope(envelope(change), 'credential')).toEqual({ ok: true, value: 'a.b.c' });
  });

  test.each<readonly [string, object, string]>([
    ['no contexts', { '@context': [] }, '/@context'],
    [
      'another context',
      { '@context': 'https://www.w3.org/ns/credentials/examples/v2' },
      '/@context',
    ],
    ['a second type', { type: ['EnvelopedVerifiableCredential', 'B'] }, '/type'],
    ['an id that is no data: URL', { id: 'a.b.c' }, '/id'],
    ['an id that holds nothing', { id: 'data:application/vc+jwt,' }, '/id'],
  ])('is refused with %s', (_, change, pointer) => {
    expect(openEnvelope(envelope(change), 'credential')).toMatchObject({
      ok: false,
      failure: { issues: [{ pointer }] },
    });
  });

  test.each(['application/vc+cose', 'application/vc+sd-jwt', 'text/plain'])(
    'of %s is of a form that is not known, by its name',
    (format) => {
      const opened = openEnvelope(envelope({ id: `data:${format},a` }), 'credential');
      expect(opened).toEqual({ ok: false, failure: { format } });
    },
  );

  test('is known by its type alone', () => {
    expect(isEnvelope(envelope(), 'credential')).toBe(true);
    expect(isEnvelope(envelope(), 'presentation')).toBe(false);
    expect(isEnvelope(envelope({ type: 'VerifiableCredential' }), 'credential')).toBe(false);
    expect(isEnvelope(null, 'credential')).toBe(false);
  });
});
