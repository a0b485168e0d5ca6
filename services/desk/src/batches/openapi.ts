import {
  type ApiPart,
  answer,
  body,
  DONE,
  INTEGER,
  ISSUER,
  object,
  objectWithOptional,
  PAGE,
  PROBLEM,
  parameter,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { RevocationRequest } from '@laurel/contracts/revocation-request';
import {
  AWARD_STATES_FOR_ISSUER,
  BATCH_REVOCATION_STATES,
  REVOCATION_REASONS,
} from '@laurel/core/award';
import * as z from 'zod';

const BATCH = parameter('id', 'path', 'The batch.');
const REVOCATION = parameter('revocation', 'path', 'The request to revoke it.');

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

/** What the API’s description says of batches. */
export const batchPart: ApiPart = {
  paths: {
    '/issuers/{slug}/batches': {
      get: {
        scope: 'awards:read',
        summary: 'What was awarded, newest first.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('One page of batches.', 'Batches'), '4XX': PROBLEM },
      },
    },
    '/issuers/{slug}/batches/revocations': {
      get: {
        scope: 'awards:read',
        summary: 'Requests to revoke batches, newest first.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('One page of them.', 'BatchRevocationsPage'), '4XX': PROBLEM },
      },
    },
    '/batches/{id}': {
      get: {
        scope: 'awards:read',
        summary: 'What became of a batch: counts, and one row per recipient.',
        parameters: [BATCH],
        responses: { 200: answer('The report.', 'BatchReport'), '4XX': PROBLEM },
        problems: ['batch_unknown'],
      },
    },
    '/batches/{id}/share': {
      get: {
        scope: 'awards:read',
        summary:
          'Texts to send on, and a list for MassMessage. The texts name nobody; the list does.',
        description: 'The list is left out for a token that may not award.',
        parameters: [BATCH],
        responses: { 200: answer('The texts.', 'ShareTexts'), '4XX': PROBLEM },
        problems: ['batch_unknown'],
      },
    },
    '/batches/{id}/failed-rows': {
      get: {
        scope: 'awards:read',
        summary: 'The rows that were not awarded, as CSV: names, hours, and what is wrong.',
        parameters: [BATCH],
        responses: { 200: { description: 'CSV.' }, '4XX': PROBLEM },
        problems: ['batch_unknown'],
      },
      post: {
        scope: 'awards:write',
        summary: 'Begin a new list of them, with the terms of the batch.',
        parameters: [BATCH],
        responses: { 201: answer('The list.', 'SheetBegun'), '4XX': PROBLEM },
        problems: ['batch_unknown'],
      },
    },
    '/batches/{id}/revocations': {
      get: {
        scope: 'awards:read',
        summary: 'Requests to revoke the whole batch, newest first.',
        parameters: [BATCH],
        responses: { 200: answer('All of them.', 'BatchRevocations'), '4XX': PROBLEM },
        problems: ['batch_unknown'],
      },
      post: {
        scope: 'awards:revoke',
        summary: 'Ask to revoke the whole batch. Nothing happens before another member confirms.',
        parameters: [BATCH],
        requestBody: body('RevocationRequest'),
        responses: { 201: answer('The request.', 'BatchRevocationAsked'), '4XX': PROBLEM },
        problems: ['batch_unknown', 'batch_not_done', 'batch_ended', 'revocation_waiting'],
      },
    },
    '/batches/{id}/revocations/{revocation}': {
      delete: {
        scope: 'awards:revoke',
        summary: 'Withdraw a request that waits, whoever made it.',
        parameters: [BATCH, REVOCATION],
        responses: DONE,
        problems: ['batch_unknown', 'revocation_unknown', 'revocation_decided'],
      },
    },
    '/batches/{id}/revocations/{revocation}/confirmation': {
      post: {
        scope: 'awards:revoke',
        summary:
          'Confirm the request of another member: the batch is revoked. It cannot be taken back.',
        description:
          'A token acts for the member who made it, so it cannot confirm what they asked for.',
        parameters: [BATCH, REVOCATION],
        responses: DONE,
        problems: ['batch_unknown', 'revocation_unknown', 'revocation_decided', 'own_revocation'],
      },
    },
  },
  schemas: {
    RevocationRequest: z.toJSONSchema(RevocationRequest, { io: 'input' }),
    Batches: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      batches: {
        type: 'array',
        items: object({
          batch: STRING,
          url: URL_STRING,
          label: STRING,
          achievement: STRING,
          size: INTEGER,
          createdAt: { type: 'string', format: 'date-time' },
        }),
      },
    }),
    BatchReport: object({
      batch: STRING,
      achievement: STRING,
      size: INTEGER,
      counts: { type: 'object', additionalProperties: INTEGER },
      certificates: {
        ...object({ ready: INTEGER, expected: INTEGER, parts: INTEGER }),
        description:
          'Certificates of those who consented on paper: how many are signed, of how many, and in how many parts they can be downloaded; none before the batch is done.',
      },
      recipients: { type: 'array', items: ROW },
    }),
    ShareTexts: objectWithOptional(
      { address: URL_STRING, message: STRING, wikitext: STRING },
      { massMessage: { ...STRING, description: 'Where whoever asks may award.' } },
    ),
    BatchRevocation: object({
      revocation: STRING,
      batch: STRING,
      state: { enum: BATCH_REVOCATION_STATES },
      reason: { enum: REVOCATION_REASONS },
      requestedBy: { type: ['string', 'null'] },
      requestedAt: { type: 'string', format: 'date-time' },
      lapsesAt: { type: 'string', format: 'date-time' },
      decidedBy: { type: ['string', 'null'] },
    }),
    BatchRevocations: object({
      revocations: { type: 'array', items: { $ref: '#/components/schemas/BatchRevocation' } },
    }),
    BatchRevocationsPage: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      revocations: { type: 'array', items: { $ref: '#/components/schemas/BatchRevocation' } },
    }),
    BatchRevocationAsked: object({ revocation: STRING, url: URL_STRING }),
  },
};
