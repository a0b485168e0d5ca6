import {
  type ApiPart,
  ISSUER,
  listOf,
  type Operation,
  object,
  parameter,
  queryParameter,
  ref,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { BADGE_SIZES } from '@laurel/core/badge-size';
import { ORIENTATIONS, PAPER_SIZES } from '@laurel/core/paper';
import { DID_TYPES } from '../routes/public-documents.ts';
import { CREDENTIAL_TYPES } from '../routes/signed-text.ts';
import { readOperation } from './read-operation.ts';

const ID = parameter('id', 'path', 'The id, as it stands in the address.');
const DOCUMENT = { type: 'object', additionalProperties: true } as const;

/** Documents that verifiers and wallets read, as they were signed or as they stand now. */
export const documentPart: ApiPart = {
  paths: {
    '/c/{id}': {
      get: readOperation('A credential: a page, or JSON by Accept.', [ID], json(CREDENTIAL_TYPES)),
    },
    '/c/{id}.json': {
      get: ofCredential(
        'A credential with its Data Integrity proof, byte for byte.',
        json(CREDENTIAL_TYPES),
      ),
    },
    '/c/{id}.jwt': {
      get: ofCredential(
        'The same facts as a JWT.',
        text(['application/jwt', 'application/vc+jwt']),
        queryParameter(
          'profile',
          'vc-jose for an EdDSA vc+jwt of W3C; else RS256, as 1EdTech has it.',
          {
            enum: ['vc-jose'],
          },
        ),
      ),
    },
    '/c/{id}.pdf': {
      get: ofCredential(
        'The certificate, with the credential in it as a file.',
        binary('application/pdf'),
        queryParameter('paper', 'The paper it is for.', { enum: PAPER_SIZES }),
        queryParameter('orientation', 'How it lies.', { enum: ORIENTATIONS }),
        queryParameter('with', 'A second language beside its own, where it has one.'),
      ),
    },
    '/c/{id}.png': {
      get: ofCredential(
        'The badge, with the credential baked in.',
        binary('image/png'),
        queryParameter('size', 'Its width and height in pixels.', { enum: BADGE_SIZES }),
      ),
    },
    '/c/{id}.svg': {
      get: ofCredential('The same as SVG.', binary('image/svg+xml')),
    },
    '/c/{id}.bundle.json': {
      get: ofCredential(
        'A credential with all that verifies it without us: keys, place in the log, status.',
        json(['application/json']),
      ),
    },
    '/c/{id}/endorsements': {
      get: ofEndorsements(
        'What people who were there say of a credential: a page, or JSON by Accept.',
      ),
    },
    '/c/{id}/endorsements.json': {
      get: ofEndorsements('The same as JSON: each as it was signed, with how it stands.'),
    },
    '/issuers/{slug}': {
      get: readOperation(
        'An issuer: a page, or its profile by Accept.',
        [ISSUER],
        json(['application/json', 'application/ld+json']),
      ),
    },
    '/issuers/{slug}/did.json': {
      get: readOperation(
        'The DID document of an issuer (did:web): its keys.',
        [ISSUER],
        json(DID_TYPES),
      ),
    },
    '/issuers/{slug}/jwks.json': {
      get: readOperation(
        'The same keys as a JWK set.',
        [ISSUER],
        json(['application/jwk-set+json', 'application/json']),
      ),
    },
    '/issuers/{slug}/keys.json': {
      get: readOperation(
        'The history of the keys, signed by the root key of this service.',
        [ISSUER],
        json(['application/json']),
      ),
    },
    '/.well-known/did.json': {
      get: readOperation('The DID document of this service: its root keys.', [], json(DID_TYPES)),
    },
    '/.well-known/keys.json': {
      get: readOperation('The history of the root keys.', [], json(['application/json'])),
    },
    '/achievements/{id}': {
      get: readOperation(
        'An achievement: a page, or JSON by Accept.',
        [ID],
        json(['application/ld+json', 'application/json']),
      ),
    },
    '/status/{id}': {
      get: readOperation(
        'A status list (Bitstring Status List 1.0).',
        [ID],
        json(CREDENTIAL_TYPES),
      ),
    },
    '/health': {
      get: {
        ...readOperation(
          'Whether each part of this service is well, and since when: 200, else 503; a page by Accept.',
          [],
          json(['application/json']),
        ),
        problems: [],
      },
    },
  },
  schemas: {
    Endorsements: object({
      credential: { ...URL_STRING, description: 'What is endorsed.' },
      endorsements: {
        ...listOf(ref('CollectedCredential')),
        description: 'In the order of time. Each is an EndorsementCredential of its own.',
      },
    }),
  },
};

/** A holder may hide it: then it is answered like one that never was. */
function ofCredential(summary: string, content: object, ...query: readonly object[]): Operation {
  return {
    ...readOperation(summary, [ID, ...query], content),
    problems: ['credential_unknown', 'credential_withdrawn', 'credential_revoked'],
  };
}

function ofEndorsements(summary: string): Operation {
  return ofCredential(summary, { 'application/json': { schema: ref('Endorsements') } });
}

function json(types: readonly string[]): object {
  return Object.fromEntries(types.map((type) => [type, { schema: DOCUMENT }]));
}

function binary(type: string): object {
  return { [type]: { schema: { ...STRING, format: 'binary' } } };
}

function text(types: readonly string[]): object {
  return Object.fromEntries(types.map((type) => [type, { schema: STRING }]));
}
