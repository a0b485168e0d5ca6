import { AwardRequest } from '@laurel/contracts/award-request';
import { RevocationRequest } from '@laurel/contracts/revocation-request';
import { AWARD_STATES_FOR_ISSUER } from '@laurel/core/award';
import { z } from 'zod';
import {
  type ApiPart,
  answer,
  body,
  INTEGER,
  ISSUER,
  object,
  PROBLEM,
  parameter,
  STRING,
  URL_STRING,
} from './describe.ts';

const ROW = {
  type: 'object',
  required: ['row', 'username', 'state'],
  properties: {
    row: INTEGER,
    username: STRING,
    state: { enum: ['queued', 'refused', ...AWARD_STATES_FOR_ISSUER] },
    award: STRING,
    claim: URL_STRING,
    credential: URL_STRING,
    refusal: { type: 'object', properties: { reason: STRING, explanation: STRING } },
  },
} as const;

/** What the API's description says of awarding. */
export const awardingPart: ApiPart = {
  paths: {
    '/issuers/{slug}/awards': {
      post: {
        summary: 'Award an achievement to many recipients.',
        description:
          'What stands at the top holds for every recipient that does not say otherwise. The same Idempotency-Key with the same body gives the same batch.',
        parameters: [
          ISSUER,
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
  },
};
