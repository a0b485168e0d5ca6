import type { JsonObject } from '@laurel/core/json';

export const V2 = 'https://www.w3.org/ns/credentials/v2';
export const V1 = 'https://www.w3.org/2018/credentials/v1';
export const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** A sound credential of version 2.0, with one change to it per test; `undefined` leaves a member out. */
export function aCredential(change: Readonly<Record<string, unknown>> = {}): JsonObject {
  return changed(
    {
      '@context': [V2],
      type: ['VerifiableCredential'],
      issuer: 'did:web:library.example',
      credentialSubject: { id: 'did:example:meseret' },
    },
    change,
  );
}

/** The same of version 1.1. */
export function anOldCredential(change: Readonly<Record<string, unknown>> = {}): JsonObject {
  return aCredential({ '@context': [V1], issuanceDate: '2021-05-06T07:08:09Z', ...change });
}

/** A sound Open Badge; `achievement` and `subject` change those parts of it. */
export function aBadge({
  achievement = {},
  subject = {},
  ...change
}: Readonly<Record<string, unknown>> = {}): JsonObject {
  return aCredential({
    '@context': [V2, OPEN_BADGES],
    id: 'urn:uuid:7f0f7b52-3c9b-4c64-9d0e-2a2b0f7d7a10',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    credentialSubject: changed(
      {
        id: 'did:example:meseret',
        type: ['AchievementSubject'],
        achievement: changed(
          {
            id: 'https://library.example/badges/archivist',
            type: ['Achievement'],
            name: 'Archivist',
            description: 'Sorted the photographs of a town.',
            criteria: { narrative: 'Sorted them all.' },
          },
          Object(achievement),
        ),
      },
      Object(subject),
    ),
    ...change,
  });
}

/** A sound presentation. */
export function aPresentation(change: Readonly<Record<string, unknown>> = {}): JsonObject {
  return changed({ '@context': [V2], type: ['VerifiablePresentation'] }, change);
}

/** As JSON has it: what is undefined is not there. */
function changed(document: object, change: object): JsonObject {
  return JSON.parse(JSON.stringify({ ...document, ...change }));
}
