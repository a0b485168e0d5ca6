import { credentialRules } from '@laurel/verification/any/data-model/credential';
import { describe, expect, test } from 'vitest';
import { aBadge, aCredential, anOldCredential, OPEN_BADGES, V1, V2 } from './documents.ts';

/** Of the text of the base context at https://www.w3.org/ns/credentials/v2. */
const SHA_512 =
  'sha512-XVVFK9Lc+KKfWikEc+skKxxft31OaPGgqoe6pNuiaUhS1l7GPUisBKmdlW+fcVO5QG+E0tBMdIabAsI5odgTBQ==';
const URN = 'urn:uuid:0b8f6b53-8f0f-4e0b-9c39-27f5f4f9a9b1';
const NOT_A_URL = 'https ://library.example/7';

function brokenAt(document: unknown): readonly string[] {
  return [...new Set(credentialRules(document).map(({ pointer }) => pointer))];
}

describe('what version 2.0 allows is not objected to', () => {
  test.each<readonly [string, Record<string, unknown>]>([
    ['the least that there must be', {}],
    ['several contexts', { '@context': [V2, 'https://www.w3.org/ns/credentials/examples/v2'] }],
    ['an object among the contexts', { '@context': [V2, { A: 'https://library.example/#A' }] }],
    ['one type as a string', { type: 'VerifiableCredential' }],
    [
      'types in any order, and URLs',
      { type: ['https://library.example/#A', 'VerifiableCredential'] },
    ],
    ['an id that is a URN', { id: URN }],
    [
      'an issuer with an id and texts',
      { issuer: { id: 'did:web:library.example', name: 'ห้องสมุด' } },
    ],
    ['several subjects', { credentialSubject: [{ id: 'did:example:a' }, { name: 'ადამიანი' }] }],
    [
      'a name with its language',
      { name: { '@value': 'شهادة', '@language': 'ar', '@direction': 'rtl' } },
    ],
    [
      'names in languages',
      {
        name: [
          { '@value': 'Dog', '@language': 'en' },
          { '@value': 'Chien', '@language': 'fr' },
        ],
      },
    ],
    ['fractions of seconds', { validFrom: '2023-02-26T01:02:58.447Z' }],
    ['an offset', { validFrom: '2023-02-25T19:10:39-06:00' }],
    ['a time long to come', { validFrom: '4023-02-26T01:02:58Z' }],
    ['an end alone', { validUntil: '2027-01-01T00:00:00Z' }],
    [
      'an end at the start',
      { validFrom: '2027-01-01T00:00:00Z', validUntil: '2027-01-01T01:00:00+01:00' },
    ],
    ['a status without an id', { credentialStatus: { type: 'SomeStatus' } }],
    [
      'several schemas',
      {
        credentialSchema: [
          { type: 'JsonSchema', id: `${V2}a` },
          { type: 'A', id: URN },
        ],
      },
    ],
    [
      'terms, evidence and a service with a type',
      {
        termsOfUse: { type: 'Policy' },
        evidence: [{ type: ['A', 'B'] }],
        refreshService: { type: 'Again' },
      },
    ],
    ['no evidence in a list', { evidence: [] }],
    [
      'a related resource with a digest of ours',
      {
        relatedResource: {
          id: V2,
          digestSRI: 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
        },
      },
    ],
    [
      'one with the digest that its text had in 2024',
      {
        relatedResource: [
          {
            id: V2,
            mediaType: 'application/ld+json',
            digestMultibase: 'uJKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k',
          },
        ],
      },
    ],
    [
      'one with its longest digest, and with several',
      {
        relatedResource: {
          id: V2,
          digestSRI: `${SHA_512}?ct=application/ld+json sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=`,
          digestMultibase: ['uJKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k'],
        },
      },
    ],
    [
      'one with several digests in a list',
      {
        relatedResource: {
          id: V2,
          digestSRI: [SHA_512, 'sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ='],
        },
      },
    ],
    [
      'one that is not kept here',
      {
        relatedResource: {
          id: `${V2}x`,
          digestMultibase: 'uM4RgWQc3RUDtjJCSgTJtTfvpZ7SPEg_LNO0ESlovQC0',
        },
      },
    ],
  ])('%s', (_, change) => {
    expect(credentialRules(aCredential(change))).toEqual([]);
  });
});

describe('what version 2.0 forbids is named by its place', () => {
  test.each<readonly [string, Record<string, unknown>, string]>([
    ['no context', { '@context': undefined }, '/@context'],
    ['a context that is no list', { '@context': V2 }, '/@context'],
    ['no contexts in the list', { '@context': [] }, '/@context'],
    [
      'the base context missing',
      { '@context': ['https://www.w3.org/ns/credentials/examples/v2'] },
      '/@context/0',
    ],
    ['the base context second', { '@context': [OPEN_BADGES, V2] }, '/@context/0'],
    ['a context that is no URL', { '@context': [V2, NOT_A_URL] }, '/@context/1'],
    ['a context that is a number', { '@context': [V2, 7] }, '/@context/1'],
    ['a context that is null', { '@context': [V2, null] }, '/@context/1'],
    ['an id that is null', { id: null }, '/id'],
    ['several ids', { id: [URN, URN] }, '/id'],
    ['an id that is no URL', { id: NOT_A_URL }, '/id'],
    ['no type', { type: undefined }, '/type'],
    ['an empty list of types', { type: [] }, '/type'],
    ['a type that is a number', { type: ['VerifiableCredential', 2] }, '/type/1'],
    ['a type of two words', { type: ['VerifiableCredential', 'Two words'] }, '/type/1'],
    ['another type alone', { type: ['RelationshipCredential'] }, '/type'],
    ['no issuer', { issuer: undefined }, '/issuer'],
    ['an issuer that is null', { issuer: null }, '/issuer'],
    ['an issuer that is no URL', { issuer: 'library' }, '/issuer'],
    ['an issuer without an id', { issuer: { name: 'Library' } }, '/issuer/id'],
    ['an issuer whose id is null', { issuer: { id: null } }, '/issuer/id'],
    ['an issuer whose id is no URL', { issuer: { id: 'library' } }, '/issuer/id'],
    ['an issuer among others', { issuer: ['did:example:a'] }, '/issuer'],
    ['no subject', { credentialSubject: undefined }, '/credentialSubject'],
    ['no subjects in the list', { credentialSubject: [] }, '/credentialSubject'],
    ['a subject of whom nothing is said', { credentialSubject: {} }, '/credentialSubject'],
    ['one such among others', { credentialSubject: [{ id: URN }, {}] }, '/credentialSubject/1'],
    ['a subject that is a string', { credentialSubject: 'did:example:a' }, '/credentialSubject'],
    [
      'a subject with several ids',
      { credentialSubject: { id: [URN, URN] } },
      '/credentialSubject/id',
    ],
    [
      'a name with more than a text',
      { name: { '@value': 'A', '@language': 'en', url: URN } },
      '/name/url',
    ],
    ['a description that is a number', { description: 7 }, '/description'],
    ['a name without its text', { name: { '@language': 'en' } }, '/name/@value'],
    [
      'a language that is none',
      { name: { '@value': 'A', '@language': 'in English' } },
      '/name/@language',
    ],
    [
      'a direction that is none',
      { name: { '@value': 'A', '@direction': 'up' } },
      '/name/@direction',
    ],
    [
      'an issuer’s name with more',
      { issuer: { id: URN, name: { '@value': 'A', url: URN } } },
      '/issuer/name/url',
    ],
    [
      'an issuer’s description with more',
      { issuer: { id: URN, description: [{ '@value': 'A', x: 1 }] } },
      '/issuer/description/0/x',
    ],
    ['a time in words', { validFrom: 'Sat 25 Feb 2023 07:16:31 PM CST' }, '/validFrom'],
    ['a time without an offset', { validFrom: '2023-02-25T07:16:31' }, '/validFrom'],
    ['a day without a time', { validFrom: '2023-02-25' }, '/validFrom'],
    ['a day that there is not', { validUntil: '2023-02-30T00:00:00Z' }, '/validUntil'],
    ['an hour that there is not', { validUntil: '2023-02-20T25:00:00Z' }, '/validUntil'],
    ['an end that is a number', { validUntil: 1_700_000_000 }, '/validUntil'],
    [
      'an end before the start',
      { validFrom: '2027-01-01T00:00:00Z', validUntil: '2027-01-01T00:00:00+00:01' },
      '/validUntil',
    ],
    ['a status without a type', { credentialStatus: { id: URN } }, '/credentialStatus/type'],
    [
      'a status whose type is a number',
      { credentialStatus: { id: URN, type: 2 } },
      '/credentialStatus/type',
    ],
    ['a status that is a string', { credentialStatus: URN }, '/credentialStatus'],
    [
      'a status with several ids',
      { credentialStatus: { type: 'A', id: [URN, URN] } },
      '/credentialStatus/id',
    ],
    [
      'a status whose id is no URL',
      { credentialStatus: [{ type: 'A', id: NOT_A_URL }] },
      '/credentialStatus/0/id',
    ],
    ['a schema without a type', { credentialSchema: { id: URN } }, '/credentialSchema/type'],
    ['a schema without an id', { credentialSchema: { type: 'A' } }, '/credentialSchema/id'],
    [
      'a schema whose id is no URL',
      { credentialSchema: { type: 'A', id: NOT_A_URL } },
      '/credentialSchema/id',
    ],
    ['terms that say nothing', { termsOfUse: {} }, '/termsOfUse/type'],
    ['terms without a type', { termsOfUse: { id: URN } }, '/termsOfUse/type'],
    ['evidence that says nothing', { evidence: {} }, '/evidence/type'],
    ['evidence that is a string', { evidence: ['seen'] }, '/evidence/0'],
    ['a service without a type', { refreshService: { id: URN } }, '/refreshService/type'],
    ['related resources as URLs', { relatedResource: [V2] }, '/relatedResource/0'],
    [
      'a related resource without an id',
      { relatedResource: [{ digestMultibase: 'uJKGM' }] },
      '/relatedResource/0/id',
    ],
    ['one without a digest', { relatedResource: [{ id: URN }] }, '/relatedResource/0'],
    [
      'one with two ids alike',
      {
        relatedResource: [
          { id: URN, digestMultibase: 'uAAAA' },
          { id: URN, digestMultibase: 'uAAAA' },
        ],
      },
      '/relatedResource/1/id',
    ],
    [
      'one whose digest is wrong',
      {
        relatedResource: [
          { id: V2, digestMultibase: 'uM4RgWQc3RUDtjJCSgTJtTfvpZ7SPEg_LNO0ESlovQC0' },
        ],
      },
      '/relatedResource/0/digestMultibase',
    ],
    [
      'one whose other digest is wrong',
      {
        relatedResource: {
          id: V2,
          digestSRI: 'sha384-_rCVIV7fSXXTNIvpiq26jRDyj8JG8TDjij-tD0ewLk4JpnXEz6a5AeeY_1qQ0d0P',
        },
      },
      '/relatedResource/digestSRI',
    ],
    [
      'one of whose digests one is wrong',
      {
        relatedResource: { id: V2, digestSRI: `${SHA_512} ${SHA_512.replace('XVVF', 'XVVE')}` },
      },
      '/relatedResource/digestSRI',
    ],
    [
      'a list of no digests',
      { relatedResource: { id: URN, digestSRI: [] } },
      '/relatedResource/digestSRI',
    ],
    [
      'a digest that is none',
      { relatedResource: { id: URN, digestSRI: 'md5-AAAA' } },
      '/relatedResource/digestSRI',
    ],
  ])('%s', (_, change, pointer) => {
    expect(brokenAt(aCredential(change))).toEqual([pointer]);
  });

  test('a document that breaks many rules is told all of them at once', () => {
    expect(brokenAt({ type: ['NonconformingDocument'] })).toEqual([
      '/@context',
      '/type',
      '/issuer',
      '/credentialSubject',
    ]);
  });

  test('what is no object at all breaks them too, and throws nothing', () => {
    for (const none of [null, 7, 'text', [], [[]]]) expect(brokenAt(none)).toContain('/@context');
  });
});

describe('version 1.1 is held to its own rules', () => {
  test.each<readonly [string, Record<string, unknown>]>([
    ['the least that there must be', {}],
    ['a time without an offset', { issuanceDate: '2021-05-06T07:08:09' }],
    [
      'a status and a service with ids',
      { credentialStatus: { id: URN, type: 'A' }, refreshService: { id: URN, type: 'A' } },
    ],
  ])('it allows %s', (_, change) => {
    expect(credentialRules(anOldCredential(change))).toEqual([]);
  });

  test.each<readonly [string, Record<string, unknown>, string]>([
    ['no issuanceDate', { issuanceDate: undefined }, '/issuanceDate'],
    ['an issuanceDate in words', { issuanceDate: 'yesterday' }, '/issuanceDate'],
    ['an end before it', { expirationDate: '2020-05-06T07:08:09Z' }, '/expirationDate'],
    ['the contexts in another order', { '@context': [OPEN_BADGES, V1] }, '/@context/0'],
    ['a status without an id', { credentialStatus: { type: 'A' } }, '/credentialStatus/id'],
    ['a service without an id', { refreshService: { type: 'A' } }, '/refreshService/id'],
  ])('it forbids %s', (_, change, pointer) => {
    expect(brokenAt(anOldCredential(change))).toEqual([pointer]);
  });
});

describe('an Open Badge is held to its own rules besides', () => {
  test('a sound one breaks none, under either version', () => {
    expect(credentialRules(aBadge())).toEqual([]);
    expect(
      credentialRules(
        aBadge({ '@context': [V1, OPEN_BADGES], issuanceDate: '2022-01-01T00:00:00Z' }),
      ),
    ).toEqual([]);
  });

  test.each<readonly [string, Record<string, unknown>, string]>([
    ['its context', { '@context': [V2] }, '/@context'],
    ['an id', { id: undefined }, '/id'],
    ['the type of its subject', { subject: { type: undefined } }, '/credentialSubject/type'],
    ['whom it is about', { subject: { id: undefined } }, '/credentialSubject'],
    ['an achievement', { subject: { achievement: undefined } }, '/credentialSubject/achievement'],
    [
      'the achievement’s id',
      { achievement: { id: undefined } },
      '/credentialSubject/achievement/id',
    ],
    [
      'the achievement’s type',
      { achievement: { type: ['Other'] } },
      '/credentialSubject/achievement/type',
    ],
    [
      'the achievement’s name',
      { achievement: { name: undefined } },
      '/credentialSubject/achievement/name',
    ],
    [
      'criteria',
      { achievement: { criteria: undefined } },
      '/credentialSubject/achievement/criteria',
    ],
  ])('it needs %s', (_, change, pointer) => {
    expect(brokenAt(aBadge(change))).toEqual([pointer]);
  });
});
