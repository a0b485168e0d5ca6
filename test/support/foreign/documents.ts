import type { JsonObject } from '@laurel/core/json';

export const MODELS = ['vcdm-2.0', 'vcdm-1.1', 'ob-2.0', 'ob-1.1'] as const;

/** Which data model a document follows: plain credentials, and Open Badges 3.0 on either version. */
export type Model = (typeof MODELS)[number];

const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';
const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const OPEN_BADGES_ON_V1 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json';

/** The day from which what the foreign issuer signs is valid. */
export const VALID_FROM = '2026-03-14T00:00:00Z';

/** A document to be signed, with nothing wrong about it. What is given is laid over it. */
export function aDocument(model: Model, issuer: string, more: JsonObject = {}): JsonObject {
  const dates = model.endsWith('2.0') ? { validFrom: VALID_FROM } : { issuanceDate: VALID_FROM };
  const badge = model.startsWith('ob-');
  return {
    '@context': contextOf(model),
    id: 'urn:uuid:6b4f1d0e-2a51-4d0c-9a37-5f1c9e5b7f10',
    type: badge ? ['VerifiableCredential', 'OpenBadgeCredential'] : ['VerifiableCredential'],
    ...(badge ? { name: 'Community Radio Host' } : {}),
    issuer: badge ? { id: issuer, type: ['Profile'], name: 'Kituo cha Redio ya Jamii' } : issuer,
    ...dates,
    credentialSubject: badge
      ? badgeSubject()
      : { id: 'urn:uuid:0f6f4d43-5f77-4a5c-8f5c-7d3a3b1b0c21' },
    ...more,
  };
}

function contextOf(model: Model): readonly string[] {
  switch (model) {
    case 'vcdm-2.0':
      return [V2];
    case 'vcdm-1.1':
      return [V1];
    case 'ob-2.0':
      return [V2, OPEN_BADGES];
    case 'ob-1.1':
      return [V1, OPEN_BADGES_ON_V1];
  }
}

function badgeSubject(): JsonObject {
  return {
    id: 'urn:uuid:0f6f4d43-5f77-4a5c-8f5c-7d3a3b1b0c21',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:f9a1c2be-8f4d-4f06-9d55-7a4c8a7f2e01',
      type: ['Achievement'],
      achievementType: 'Badge',
      name: 'Community Radio Host',
      description: 'Hosted a weekly programme for three months.',
      criteria: { narrative: 'Twelve programmes on the air, planned and hosted.' },
    },
  };
}
