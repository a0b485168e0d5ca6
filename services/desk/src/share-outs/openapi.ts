import {
  type ApiPart,
  answer,
  body,
  DONE,
  ISSUER,
  nullable,
  object,
  PROBLEM,
  parameter,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { ShareOutAgainRequest } from '@laurel/contracts/share-out-requests';
import { SHARE_OUT_STATES } from '@laurel/core/share-out';
import * as z from 'zod';

const OF_PROMISE = [ISSUER, parameter('award', 'path', 'The award that it was promised with.')];

/** What the API’s description says of what holders promised to share. */
export const shareOutPart: ApiPart = {
  paths: {
    '/issuers/{slug}/share-outs': {
      get: {
        scope: 'awards:read',
        summary: 'What holders promised to share of what they learned.',
        description:
          'By awards that say `shareOut`. What waits for an answer comes first. Being past its day is no fault, and is told to nobody else.',
        parameters: [ISSUER],
        responses: { 200: answer('One entry a promise.', 'ShareOuts'), '4XX': PROBLEM },
      },
    },
    '/issuers/{slug}/share-outs/{award}/award': {
      post: {
        scope: 'nominations:review',
        summary: 'Recognise what was shared, by a second award.',
        description: 'A batch of one, whose consent is asked. Nobody decides about their own.',
        parameters: OF_PROMISE,
        responses: { 202: answer('The batch, and where it reports.', 'Batch'), '4XX': PROBLEM },
        problems: ['page_unknown', 'share_out_settled', 'achievement_unknown'],
      },
    },
    '/issuers/{slug}/share-outs/{award}/again': {
      post: {
        scope: 'nominations:review',
        summary: 'Ask for it again, with kind words.',
        parameters: OF_PROMISE,
        requestBody: body('ShareOutAgainRequest', {
          answer: 'Lovely! The link leads to a page that is gone. Can you look?',
        }),
        responses: DONE,
        problems: ['page_unknown', 'share_out_settled'],
      },
    },
  },
  schemas: {
    ShareOutAgainRequest: z.toJSONSchema(ShareOutAgainRequest, { io: 'input' }),
    ShareOuts: object({
      shareOuts: {
        type: 'array',
        items: object({
          award: STRING,
          username: nullable(STRING),
          promisedWith: { ...STRING, description: 'The slug of what was awarded.' },
          achievement: { ...STRING, description: 'The slug of what recognises it.' },
          until: { ...STRING, format: 'date' },
          state: { enum: SHARE_OUT_STATES },
          past: { type: 'boolean' },
          url: nullable(URL_STRING),
          language: nullable(STRING),
          givenAt: nullable(STRING),
        }),
      },
    }),
  },
};
