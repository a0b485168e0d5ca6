import { AwardRequest } from '@laurel/contracts/award-request';
import { RevocationRequest } from '@laurel/contracts/revocation-request';
import { AWARD_STATES_FOR_ISSUER, CONSENTS, REVOCATION_REASONS } from '@laurel/core/award';
import { z } from 'zod';
import {
  type ApiPart,
  answer,
  body,
  INTEGER,
  ISSUER,
  nullable,
  object,
  objectWithOptional,
  PROBLEM,
  parameter,
  STRING,
  URL_STRING,
} from './describe.ts';

const STATE = { enum: AWARD_STATES_FOR_ISSUER };
const REASON = { enum: REVOCATION_REASONS };
const DAY = { type: 'string', format: 'date' } as const;

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
    refusal: {
      type: 'object',
      description: 'Why it was not awarded. Some reasons say more.',
      required: ['reason', 'explanation'],
      properties: { reason: STRING, explanation: STRING },
      additionalProperties: true,
    },
  },
} as const;

/** What the API's description says of awarding. */
export const awardingPart: ApiPart = {
  paths: {
    '/issuers/{slug}/awards': {
      post: {
        scope: 'awards:write',
        summary: 'Award an achievement to many recipients.',
        description:
          'What stands at the top holds for every recipient that does not say otherwise. The same Idempotency-Key with the same body gives the same batch.',
        parameters: [
          ISSUER,
          parameter('Idempotency-Key', 'header', 'Any string of 1 to 255 visible ASCII letters.'),
        ],
        requestBody: body('AwardRequest', {
          achievement: 'training-workshop-participation',
          language: 'en',
          period: { start: '2026-11-21', end: '2026-11-22' },
          hours: 2.5,
          evidence: [{ class: 'organizer-attendance-list' }],
          consent: 'ask',
          recipients: [
            { username: 'Ọlá of Ìbàdàn' },
            { username: 'ᱥᱟᱱᱛᱟᱲ ᱵᱤᱨ', consent: 'paper', hours: 5 },
          ],
        }),
        responses: { 202: answer('The batch, and where it reports.', 'Batch'), '4XX': PROBLEM },
        problems: [
          'idempotency_key_missing',
          'idempotency_key_reused',
          'issuer_may_not_award',
          'achievement_unknown',
          'language_unavailable',
        ],
      },
    },
    '/batches/{id}': {
      get: {
        scope: 'awards:read',
        summary: 'What became of a batch: counts, and one row per recipient.',
        parameters: [parameter('id', 'path', 'The batch.')],
        responses: { 200: answer('The report.', 'BatchReport'), '4XX': PROBLEM },
        problems: ['batch_unknown'],
      },
    },
    '/awards/{id}': {
      get: {
        scope: 'awards:read',
        summary: 'An award, as its issuer may see it.',
        parameters: [parameter('id', 'path', 'The award.')],
        responses: { 200: answer('The award.', 'Award'), '4XX': PROBLEM },
        problems: ['award_unknown'],
      },
    },
    '/awards/{id}/revocation': {
      post: {
        scope: 'awards:revoke',
        summary: 'Revoke an award and every credential made from it. The holder sees the reason.',
        parameters: [parameter('id', 'path', 'The award.')],
        requestBody: body('RevocationRequest'),
        responses: { 200: answer('The award.', 'AwardEnded'), '4XX': PROBLEM },
        problems: ['award_unknown', 'award_not_in_state'],
      },
    },
    '/awards/{id}/cancellation': {
      post: {
        scope: 'awards:write',
        summary: 'Take back an offer that is still open.',
        parameters: [parameter('id', 'path', 'The award.')],
        responses: { 200: answer('The award.', 'AwardEnded'), '4XX': PROBLEM },
        problems: ['award_unknown', 'award_not_in_state'],
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
    Award: objectWithOptional(
      {
        award: STRING,
        batch: STRING,
        achievement: STRING,
        state: STATE,
        consent: { enum: CONSENTS },
        period: { ...object({ start: DAY, end: DAY }), type: ['object', 'null'] },
        hours: nullable({ type: 'number' }),
      },
      { reason: REASON },
    ),
    AwardEnded: objectWithOptional({ award: STRING, state: STATE }, { reason: REASON }),
  },
};
