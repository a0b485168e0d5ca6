import { AwardRequest } from '@laurel/contracts/award-request';
import { RevocationRequest } from '@laurel/contracts/revocation-request';
import { TOKEN_SCOPES } from '@laurel/core/issuer';
import { z } from 'zod';

const PROBLEM = {
  description: 'A refusal (RFC 9457): what is wrong, where, and what to do.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The description of this API (OpenAPI 3.1), from the same schemas that check requests. */
export function openApi(origin: string): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Laurel', version: '1', description: 'Awarding and revoking, for issuers.' },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ bearer: [] }],
    paths: {
      '/issuers/{slug}/awards': {
        post: {
          summary: 'Award an achievement to many recipients.',
          description:
            'What stands at the top holds for every recipient that does not say otherwise. The same Idempotency-Key with the same body gives the same batch.',
          parameters: [
            parameter('slug', 'path', 'The issuer.'),
            parameter('Idempotency-Key', 'header', 'Any string of 1 to 255 visible ASCII letters.'),
          ],
          requestBody: body('AwardRequest'),
          responses: { 202: answer('The batch, and where it reports.', 'Batch'), '4XX': PROBLEM },
        },
      },
      '/batches/{id}': {
        get: {
          summary: 'What became of a batch: counts, and one row per recipient.',
          parameters: [parameter('id', 'path', 'The batch.')],
          responses: { 200: answer('The report.', 'BatchReport'), '4XX': PROBLEM },
        },
      },
      '/awards/{id}': {
        get: {
          summary: 'An award, as its issuer may see it.',
          parameters: [parameter('id', 'path', 'The award.')],
          responses: { 200: answer('The award.', 'Award'), '4XX': PROBLEM },
        },
      },
      '/awards/{id}/revocation': {
        post: {
          summary: 'Revoke an award and every credential made from it. The holder sees the reason.',
          parameters: [parameter('id', 'path', 'The award.')],
          requestBody: body('RevocationRequest'),
          responses: { 200: answer('The award.', 'Award'), '4XX': PROBLEM },
        },
      },
      '/awards/{id}/cancellation': {
        post: {
          summary: 'Take back an offer that is still open.',
          parameters: [parameter('id', 'path', 'The award.')],
          responses: { 200: answer('The award.', 'Award'), '4XX': PROBLEM },
        },
      },
    },
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: `A token of one issuer, with scopes among ${TOKEN_SCOPES.join(', ')} and an end date.`,
        },
      },
      schemas: {
        AwardRequest: z.toJSONSchema(AwardRequest, { io: 'input' }),
        RevocationRequest: z.toJSONSchema(RevocationRequest, { io: 'input' }),
        Batch: object({ batch: STRING, url: URL_STRING }),
        BatchReport: object({
          batch: STRING,
          achievement: STRING,
          size: INTEGER,
          counts: { type: 'object', additionalProperties: INTEGER },
          recipients: { type: 'array', items: ROW },
        }),
        Award: object({ award: STRING, state: STRING }),
        Problem: object({
          type: URL_STRING,
          title: STRING,
          status: INTEGER,
          detail: STRING,
          remedy: STRING,
          instance: STRING,
        }),
      },
    },
  };
}

const STRING = { type: 'string' } as const;
const INTEGER = { type: 'integer' } as const;
const URL_STRING = { type: 'string', format: 'uri' } as const;

const ROW = {
  type: 'object',
  required: ['row', 'username', 'state'],
  properties: {
    row: INTEGER,
    username: STRING,
    state: { enum: ['queued', 'refused', 'open', 'accepted', 'closed', 'revoked'] },
    award: STRING,
    claim: URL_STRING,
    credential: URL_STRING,
    refusal: { type: 'object', properties: { reason: STRING, explanation: STRING } },
  },
} as const;

function object(properties: Record<string, object>): object {
  return { type: 'object', required: Object.keys(properties), properties };
}

function parameter(name: string, place: 'path' | 'header', description: string): object {
  return { name, in: place, required: true, description, schema: STRING };
}

function body(schema: string): object {
  return { required: true, content: json(schema) };
}

function answer(description: string, schema: string): object {
  return { description, content: json(schema) };
}

function json(schema: string): object {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
}
