import type { Json, JsonObject } from '@laurel/core/json';
import { describe, expect, test } from 'vitest';
import { compiled } from '../../src/canonical/compile.ts';
import { filled } from '../../src/canonical/fill.ts';
import { fullForm } from '../../src/canonical/full-form.ts';
import { shapeOf } from '../../src/canonical/shape.ts';

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];

/** With whatever its subject is to be. */
function aCredential(subject: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    '@context': CONTEXTS,
    id: 'https://laurel.example/c/1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: 'did:web:laurel.example',
    credentialSubject: { id: 'urn:uuid:1', type: 'AchievementSubject', ...subject },
    ...more,
  };
}

const keyOf = (document: JsonObject) => shapeOf(document)?.key;

async function fastForm(document: JsonObject): Promise<string | null> {
  const shape = shapeOf(document);
  const template = shape === null ? null : await compiled(document, shape);
  const bytes = template === null || shape === null ? null : await filled(template, shape.leaves);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

describe('Documents of one shape', () => {
  test('differ in the texts, dates and addresses that they hold.', () => {
    const one = aCredential({ role: 'Ọlá' }, { validFrom: '2026-11-22T00:00:00Z' });
    const other = aCredential({ role: 'ক' }, { validFrom: 'x' });

    expect(keyOf(one)).toBe(keyOf({ ...other, id: 'http://another.example/' }));
  });

  test.each([
    ['another type', { type: 'Profile' }],
    ['a member more', { narrative: '' }],
    ['an address for a text', { role: 'https://x.example/' }],
    ['a number for a text', { role: 1 }],
    ['a fraction for a number', { role: 1.5 }],
    ['a list of one', { role: ['a'] }],
    ['nothing', { role: null }],
    ['yes', { role: true }],
    ['no', { role: false }],
    ['a name that looks like two', { 'role1:sx': 'a' }],
    ['a name with a type', { 'role=1:a': 'a' }],
  ])('are of another with %s.', (_, change) => {
    const others = [{ role: 'a' }, { role: 'a', x: 'b' }, { role: 'a', 'x:s': '1' }];

    for (const other of others) {
      expect(keyOf(aCredential(change))).not.toBe(keyOf(aCredential(other)));
    }
  });
});

test.each<[string, JsonObject]>([
  ['a keyword', aCredential({ '@id': 'urn:uuid:1' })],
  ['a text with a language', aCredential({ role: { '@value': 'a', '@language': 'en' } })],
  ['a context of its own', { ...aCredential({}), '@context': [...CONTEXTS, { a: 'urn:a' }] }],
  ['a context within', aCredential({ '@context': { a: 'urn:a' } })],
  ['its own id again', aCredential({ achievement: { id: 'https://laurel.example/c/1' } })],
  ['no id', { type: 'VerifiableCredential' }],
  ['the label of a blank node', aCredential({ role: '_:b0' })],
  ['half a character', aCredential({ role: '\ud83d' })],
  ['a zero with a sign', aCredential({ role: -0 })],
  ['a type that is none', aCredential({ type: [{ id: 'x' }] })],
  ['an address beyond measure', aCredential({ role: `https://x.example/${'x'.repeat(2_000)}` })],
  ['more than we issue', aCredential({ role: Array.from({ length: 601 }, (_, n) => `${n}`) })],
  ['depth', aCredential({ role: nested(40) })],
])('What has %s has no shape.', (_, document) => {
  expect(shapeOf(document)).toBeNull();
});

function nested(depth: number): Json {
  return depth === 0 ? 'a' : [nested(depth - 1)];
}

test.each<[string, JsonObject]>([
  ['a term that no context defines', aCredential({ nothingOfOurs: 'a' })],
  ['a relative id', aCredential({ achievement: { id: 'a', type: 'Achievement' } })],
  ['a word that looks like a sentinel', aCredential({ type: 'https://zq-laurel-leaf-0.invalid/' })],
  ['a word that looks like a label', aCredential({ type: ['AchievementSubject', 'urn:_:c14n0'] })],
  ['JSON within', { ...aCredential({}), _sd: ['a'] }],
  [
    'a list in an order',
    aCredential({
      achievement: {
        id: 'urn:uuid:2',
        type: 'Achievement',
        resultDescription: [{ id: 'urn:uuid:3', type: 'ResultDescription', allowedValue: ['a'] }],
      },
    }),
  ],
])('%s has no template.', async (_, document) => {
  expect(await fastForm(document)).toBeNull();
});

test.each([0, 1, -7, 2 ** 53, 0.5, 1.1, 1e20, 1e21, 1e308, 5e-324, 1e-7, 1.5e-7, 123456.789])(
  'The number %d is written as the full processor writes it.',
  async (creditsEarned) => {
    const document = aCredential({ creditsEarned });

    expect(await fastForm(document)).toBe(await fullForm(document));
  },
);

test('Statements that become one are left to the full path.', async () => {
  const tags = (...tag: string[]) =>
    aCredential({ achievement: { id: 'urn:uuid:2', type: 'Achievement', tag } });

  expect(await fastForm(tags('a', 'b'))).toBe(await fullForm(tags('a', 'b')));
  expect(await fastForm(tags('a', 'a'))).toBeNull();
});

test('Subjects that become one are left to the full path.', async () => {
  const alignments = (...ids: string[]) =>
    aCredential({
      achievement: {
        id: 'urn:uuid:2',
        type: 'Achievement',
        alignment: ids.map((id) => ({ id, type: 'Alignment', targetName: id.slice(-1) })),
      },
    });
  const [one, other] = ['https://a.example/1', 'https://a.example/11'];

  expect(await fastForm(alignments(one, other))).toBe(await fullForm(alignments(one, other)));
  expect(await fastForm(alignments(one, one))).toBeNull();
});

test('Blank nodes are labelled by what is said of them, and left to the full path where that is the same.', async () => {
  const people = (...names: string[]) =>
    aCredential({
      identifier: names.map((identityHash) => ({
        type: 'IdentityObject',
        hashed: false,
        identityHash,
        identityType: 'userName',
      })),
    });
  for (const names of [['a'], ['a', 'b'], ['b', 'a'], ['ক', 'Ọ', '"'], [' _:c14n1', ' _:a']]) {
    expect(await fastForm(people(...names))).toBe(await fullForm(people(...names)));
  }

  expect(await fastForm(people('a', 'a'))).toBeNull();
});
