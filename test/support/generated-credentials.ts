import { endorsementCredential } from '@laurel/core/endorsement';
import type { JsonObject } from '@laurel/core/json';
import { learnerRecord } from '@laurel/core/learner-record';
import { type BadgeFacts, openBadge } from '@laurel/core/open-badge';
import fc from 'fast-check';
import { SCRIPTS } from '../../services/renderer/test/scripts.ts';

export const ORIGIN = 'https://laurel.example';
export const GENERATED_DID = 'did:web:laurel.example:issuers:group';

/** What stands in texts of people, and what looks like something else in N-Quads, JSON or JSON-LD. */
export const TEXT: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...SCRIPTS.flatMap(({ name, achievement, sentence }) => [name, achievement, sentence]),
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      '\\',
      '\n',
      '\r',
      '\t',
      '\b',
      '\f',
      '\0',
      '\x1f',
      '\x7f',
      '\x80',
      '\u2028',
      'u',
      'é',
      '𞤀',
    ),
  }),
  fc.constantFrom(
    '<urn:x>',
    '{}|^`',
    'zq-laurel-leaf-0',
    '$&',
    '$1',
    '_',
    ':_:c14n0',
    '" .',
    '^^<x>',
    '@en',
    'https://',
    'did:web:',
    'true',
    '1900000000',
    'null',
    ' _:c14n1 ',
    'HTTPS://x',
    'urn:',
    'description',
    'ext:Hours',
  ),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'https://ar.wikipedia.org/wiki/ورشة',
    'https://example.org/a b',
    'http://x/\u3000',
    'did:key:z6Mk',
    'urn:isbn:1',
  ),
);

const UUID = fc.uuid().map((uuid) => `urn:uuid:${uuid}`);
const ID = fc.string({
  unit: fc.constantFrom(...'abcdefghjkmnpqrstvwxyz123456789'),
  minLength: 17,
  maxLength: 17,
});
const DAY = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const STATUS = fc.record({
  listUrl: ID.map((id) => `${ORIGIN}/status/${id}`),
  index: fc.nat({ max: 131_071 }),
});

const HOLDER: fc.Arbitrary<BadgeFacts['holder']> = fc.oneof(
  TEXT.map((username) => ({ mode: 'account' as const, username })),
  fc.tuple(TEXT, TEXT).map(([name, narrative]) => ({ mode: 'name' as const, name, narrative })),
  fc.constant({ mode: 'none' as const }),
);

const FACTS: fc.Arbitrary<BadgeFacts> = fc.record({
  url: ID.map((id) => `${ORIGIN}/c/${id}`),
  subjectId: UUID,
  language: fc.constantFrom('en', 'ar', 'yo', 'my', 'sr-Latn'),
  issuer: fc.record({
    did: fc.constant(GENERATED_DID),
    url: fc.constant(`${ORIGIN}/issuers/group`),
    name: TEXT,
    description: TEXT,
    signatories: fc.array(fc.record({ name: TEXT, office: TEXT }), { maxLength: 2 }),
  }),
  achievement: fc.record({
    url: ID.map((id) => `${ORIGIN}/achievements/${id}`),
    version: fc.constantFrom('1', '1.0.0', '2.1.0'),
    kind: fc.constantFrom('contribution' as const, 'role' as const, 'training' as const),
    name: TEXT,
    description: TEXT,
    narrative: TEXT,
    skills: fc.array(TEXT, { maxLength: 3 }),
    alignments: fc.array(fc.record({ targetName: TEXT, targetUrl: fc.webUrl() }), { maxLength: 2 }),
  }),
  holder: HOLDER,
  period: fc.option(fc.record({ start: DAY, end: DAY })),
  served: fc.boolean(),
  servedLabel: TEXT,
  hours: fc.option(fc.constantFrom(0.5, 1, 2.5, 12, 400)),
  hoursLabel: TEXT,
  mentoring: fc.option(
    fc.record({
      hours: fc.record({
        label: TEXT,
        band: fc.constantFrom('under-10' as const, 'over-50' as const),
        words: TEXT,
      }),
      languages: fc.record({
        label: TEXT,
        each: fc.constant([
          { tag: 'en', name: 'English' },
          { tag: 'ha', name: 'Hausa' },
        ]),
      }),
      topics: fc.record({
        label: TEXT,
        themes: fc.constant([]),
        own: fc.array(TEXT, { maxLength: 2 }),
      }),
    }),
    { freq: 4 },
  ),
  evidence: fc.array(fc.record({ id: UUID, name: TEXT, genre: TEXT, narrative: TEXT }), {
    maxLength: 2,
  }),
  validFrom: DAY,
  validUntil: fc.option(DAY),
  status: STATUS,
});

/** Proofs as they stand in what is embedded: that their signatures are good is nothing to its form. */
const PROOF = fc.record({
  type: fc.constant('DataIntegrityProof'),
  created: DAY.map((day) => `${day}T12:34:56Z`),
  verificationMethod: fc.constant(`${GENERATED_DID}#2026`),
  cryptosuite: fc.constant('eddsa-rdfc-2022'),
  proofPurpose: fc.constant('assertionMethod'),
  proofValue: fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => `z${bytes.join('')}`),
});

const ENDORSEMENTS: fc.Arbitrary<JsonObject> = fc
  .record({
    origin: fc.constant(ORIGIN),
    url: ID.map((id) => `${ORIGIN}/c/${id}`),
    endorses: ID.map((id) => `${ORIGIN}/c/${id}`),
    behaviour: TEXT,
    story: TEXT,
    language: fc.constantFrom('en', 'bn'),
    description: TEXT,
    endorser: fc.record({ id: UUID, username: fc.option(TEXT), narrative: TEXT }),
    validFrom: DAY,
    status: STATUS,
  })
  .map(endorsementCredential);

const BADGES = FACTS.map(openBadge);

function proven(documents: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return fc.tuple(documents, PROOF).map(([document, proof]) => ({ ...document, proof: [proof] }));
}

const ENDORSED = fc
  .tuple(FACTS, fc.array(proven(ENDORSEMENTS), { minLength: 1, maxLength: 2 }))
  .map(([facts, endorsements]) => openBadge({ ...facts, endorsements }));

const RECORDS = fc
  .record({
    origin: fc.constant(ORIGIN),
    url: ID.map((id) => `${ORIGIN}/c/${id}`),
    subjectId: UUID,
    title: TEXT,
    description: TEXT,
    validFrom: DAY,
    held: fc.array(proven(BADGES), { minLength: 1, maxLength: 2 }),
    status: STATUS,
  })
  .map(learnerRecord);

/** Unsigned credentials of every kind that is issued, whose texts may be anything. */
export const CREDENTIALS: fc.Arbitrary<JsonObject> = fc.oneof(
  { arbitrary: BADGES, weight: 8 },
  { arbitrary: ENDORSEMENTS, weight: 2 },
  { arbitrary: ENDORSED, weight: 1 },
  { arbitrary: RECORDS, weight: 1 },
);
