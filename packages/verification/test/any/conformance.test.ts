import { readFileSync } from 'node:fs';
import type { SchemaDraft } from '@cfworker/json-schema';
import type { Json, JsonObject } from '@laurel/core/json';
import Ajv from 'ajv';
import Ajv2019 from 'ajv/dist/2019.js';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { conformanceOf } from '../../src/any/conformance.ts';
import { fuelFor } from '../../src/any/fuel.ts';

const STEPS = 200_000;

function judged(schema: Json, document: JsonObject, draft: SchemaDraft = '2020-12') {
  return conformanceOf(document, schema, draft, fuelFor(STEPS));
}

/** The other library, which compiles code and therefore cannot be used where strangers are. */
const AJV = { 7: Ajv, '2019-09': Ajv2019, '2020-12': Ajv2020 };

const BADGE_SCHEMA = JSON.parse(
  readFileSync('test/vectors/ob_v3p0_achievementcredential_schema.json', 'utf8'),
);

const BADGE: JsonObject = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'urn:uuid:6b4f1d0e-2a51-4d0c-9a37-5f1c9e5b7f10',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Animatrice d’atelier',
  issuer: { id: 'did:web:badges.example', type: ['Profile'], name: 'Maison des langues' },
  validFrom: '2026-03-14T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:0f6f4d43-5f77-4a5c-8f5c-7d3a3b1b0c21',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:f9a1c2be-8f4d-4f06-9d55-7a4c8a7f2e01',
      type: ['Achievement'],
      name: 'Animatrice d’atelier',
      description: 'A animé six ateliers.',
      criteria: { narrative: 'Six ateliers préparés et animés.' },
      inLanguage: 'fr',
    },
  },
};

describe('the schema of Open Badges 3.0', () => {
  test('is kept by a badge', () => {
    expect(judged(BADGE_SCHEMA, BADGE, '2019-09')).toEqual({ finding: 'conforms' });
  });

  test.each([
    [{ name: 5 }, '/name'],
    [{ type: 'OpenBadgeCredential' }, '/type'],
    [{ issuer: { id: 'did:web:badges.example', type: ['Person'] } }, '/issuer/type'],
  ])('is broken by %j, and it is said where', (change, at) => {
    expect(judged(BADGE_SCHEMA, { ...BADGE, ...change }, '2019-09')).toEqual({
      finding: 'violates',
      at,
    });
  });
});

describe('a schema is judged like by another library', () => {
  const document: JsonObject = {
    'a/b': 'x',
    name: 'Ngozi',
    n: 12,
    list: [1, 'two', { three: 3 }],
    inner: { x_1: 'one', x_2: 2, other: null },
  };

  test.each<[SchemaDraft, JsonObject]>([
    [
      '2020-12',
      { properties: { list: { prefixItems: [{ type: 'integer' }], items: { type: 'string' } } } },
    ],
    ['2020-12', { properties: { list: { contains: { type: 'object' }, maxContains: 1 } } }],
    ['2020-12', { properties: { inner: { patternProperties: { '^x_': { type: 'string' } } } } }],
    ['2020-12', { properties: { inner: { patternProperties: { '^x_': true, '^o': false } } } }],
    [
      '2020-12',
      {
        properties: { inner: { patternProperties: { '^x_': true }, additionalProperties: false } },
      },
    ],
    [
      '2020-12',
      {
        properties: {
          inner: {
            patternProperties: { _1$: true, 'x.2': true, other: true },
            unevaluatedProperties: false,
          },
        },
      },
    ],
    ['2020-12', { propertyNames: { pattern: '^[a-z]+$' } }],
    ['2020-12', { propertyNames: { pattern: '[a-z]' } }],
    ['2020-12', { properties: { name: { pattern: '^N.*i$', minLength: 5, maxLength: 5 } } }],
    ['2020-12', { properties: { name: { pattern: '^[^N]' } } }],
    ['2020-12', { properties: { n: { pattern: '^never$', multipleOf: 4 } } }],
    ['2020-12', { not: { properties: { name: { pattern: '^X' } } } }],
    [
      '2020-12',
      { dependentRequired: { name: ['n'] }, dependentSchemas: { n: { required: ['missing'] } } },
    ],
    [
      '2020-12',
      { $ref: '#/$defs/named', $defs: { named: { properties: { name: { const: 'Ngozi' } } } } },
    ],
    [
      '2020-12',
      { properties: { pattern: { type: 'string' }, name: { enum: ['pattern', 'Ngozi'] } } },
    ],
    [
      '2019-09',
      {
        properties: { list: { items: [{ type: 'integer' }], additionalItems: { type: 'string' } } },
      },
    ],
    ['2019-09', JSON.parse('{"if":{"required":["n"]},"then":{"required":["gone"]},"else":false}')],
    [
      '7',
      {
        definitions: { s: { type: 'string' } },
        properties: { n: { $ref: '#/definitions/s', type: 'integer' } },
      },
    ],
    ['7', { dependencies: { name: ['gone'] } }],
    ['7', { dependencies: { name: { properties: { n: { exclusiveMinimum: 11 } } } } }],
  ])('%s %j', (draft, schema) => {
    if (draft === '4') throw new Error('a draft that is not known here');
    const theirs = new AJV[draft]({ strict: false }).compile(schema)(document);

    expect(judged(schema, document, draft).finding).toBe(theirs ? 'conforms' : 'violates');
  });
});

describe('what a stranger’s schema cannot make us do', () => {
  const deep = (depth: number): JsonObject =>
    JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
  const doubling = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => {
      const next = { $ref: `#/$defs/d${at + 1}` };
      return [`d${at}`, { allOf: [next, next] }];
    }),
  );
  const long = { a: 'x'.repeat(500_000) };

  test.each<{ what: string; schema: JsonObject; document?: JsonObject }>([
    { what: 'a reference to itself', schema: { $ref: '#' } },
    {
      what: 'references in a circle',
      schema: { $ref: '#/$defs/a', $defs: { a: { anyOf: [{ $ref: '#' }] } } },
    },
    { what: 'a recursive reference', schema: { $recursiveRef: '#' } },
    {
      what: 'references that double',
      schema: { $ref: '#/$defs/d0', $defs: { ...doubling, d60: {} } },
    },
    {
      what: 'ways that double with each level of the document',
      schema: {
        $ref: '#/$defs/a',
        $defs: {
          a: { properties: { a: { anyOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/a' }] } } },
        },
      },
      document: deep(55),
    },
    {
      what: 'a schema of great depth',
      schema: JSON.parse(`${'{"not":'.repeat(4000)}{}${'}'.repeat(4000)}`),
    },
    {
      what: 'a pattern of great length',
      schema: { properties: { a: { pattern: 'a?'.repeat(600) } } },
    },
    { what: 'a pattern that looks ahead', schema: { properties: { a: { pattern: '^(?=x)x' } } } },
    { what: 'a pattern that refers back', schema: { properties: { a: { pattern: '(x+)\\1' } } } },
    {
      what: 'a pattern that unfolds',
      schema: { properties: { a: { pattern: '((a{1,99}){1,99}){1,99}' } } },
    },
    {
      what: 'many patterns on a long text',
      schema: {
        allOf: Array.from({ length: 400 }, (_, at) => ({
          properties: { a: { pattern: `x{${at}}y` } },
        })),
      },
      document: long,
    },
    {
      what: 'the length of a long text, again and again',
      schema: {
        allOf: Array.from({ length: 400 }, () => ({ properties: { a: { minLength: 1 } } })),
      },
      document: long,
    },
    {
      what: 'an array without repetitions, of a great many',
      schema: { properties: { a: { uniqueItems: true } } },
      document: { a: Array.from({ length: 2_500 }, (_, at) => ({ at })) },
    },
    {
      what: 'a value of great length, again and again',
      schema: {
        allOf: Array.from({ length: 400 }, () => ({ $ref: '#/$defs/e' })),
        $defs: { e: { enum: ['y'.repeat(100_000)] } },
      },
    },
    { what: 'a dynamic reference', schema: { $dynamicRef: '#node' } },
  ])('$what', ({ schema, document = { a: 'x' } }) => {
    expect(judged(schema, document)).toEqual({ finding: 'too_complex' });
  });

  test('a pattern that other programs hang on', () => {
    const hanging = { properties: { a: { pattern: '^(x+)+$' } } };

    expect(judged(hanging, { a: `${'x'.repeat(5_000)}y` })).toEqual({
      finding: 'violates',
      at: '/a',
    });
    expect(judged(hanging, { a: 'x'.repeat(5_000) })).toEqual({ finding: 'conforms' });
  });

  test('many small schemas with the same fuel', () => {
    const fuel = fuelFor(STEPS);
    const schema = { anyOf: Array.from({ length: 5_000 }, () => ({ required: ['b'] })) };
    const findings = Array.from(
      { length: 30 },
      () => conformanceOf({ a: 1 }, schema, '2020-12', fuel).finding,
    );

    expect(findings[0]).toBe('violates');
    expect(findings.at(-1)).toBe('too_complex');
  });
});

describe('what is no schema that can be judged', () => {
  test.each<[string, Json]>([
    ['a number', 5],
    ['null', null],
    ['a list', []],
    ['a keyword with another kind of value', { properties: 'none' }],
    ['a type that there is not', { type: 'text' }],
    ['a pattern of no text', { properties: { a: { pattern: 1 } } }],
    ['a name to be required that is none', { required: [1] }],
    ['a reference to nowhere', { $ref: '#/$defs/gone' }],
    [
      'a reference to elsewhere, which is not fetched',
      { $ref: 'https://elsewhere.example/s.json' },
    ],
  ])('%s', (_, schema) => {
    expect(judged(schema, { a: 'x' })).toEqual({ finding: 'unreadable' });
  });

  test('a text in which the two dialects of patterns would differ', () => {
    const schema = { properties: { a: { pattern: '^\\S+$' } } };

    expect(judged(schema, { a: 'a b' }).finding).toBe('violates');
    expect(judged(schema, { a: 'a\u00a0b' }).finding).toBe('too_complex');
  });
});

test('true and false are schemas', () => {
  expect(judged(true, { a: 1 })).toEqual({ finding: 'conforms' });
  expect(judged(false, { a: 1 })).toEqual({ finding: 'violates', at: '/' });
});

test('formats are told, not judged', () => {
  expect(judged({ properties: { a: { format: 'email' } } }, { a: 'nobody' }).finding).toBe(
    'conforms',
  );
});
