import {
  type ApiPart,
  answer,
  body,
  DONE,
  INTEGER,
  listOf,
  nullable,
  object,
  PROBLEM,
  parameter,
  STRING,
} from '@laurel/api-description/describe';
import { HandOverTick } from '@laurel/contracts/leaving-request';
import * as z from 'zod';

const AWARD = parameter('id', 'path', 'The award of the role.');

/** What the API’s description says of hand-overs. */
export const handOverPart: ApiPart = {
  paths: {
    '/awards/{id}/hand-over': {
      get: {
        scope: 'awards:read',
        summary: 'What the holder of a role hands over, and what both sides say of it.',
        parameters: [AWARD],
        responses: { 200: answer('The list.', 'HandOver'), '4XX': PROBLEM },
        problems: ['award_unknown', 'hand_over_unknown'],
      },
    },
    '/awards/{id}/hand-over/items/{place}': {
      put: {
        scope: 'awards:read',
        summary: 'Say whether a thing has arrived. Of their own role nobody does.',
        parameters: [AWARD, parameter('place', 'path', 'The thing, counted from 0.')],
        requestBody: body('HandOverTick', { handedOver: true }),
        responses: DONE,
        problems: ['award_unknown', 'hand_over_unknown', 'hand_over_closed', 'own_hand_over'],
      },
    },
    '/awards/{id}/hand-over/thanks': {
      post: {
        scope: 'nominations:review',
        summary: 'Thank for a whole hand-over by an offer of graceful-handover.',
        description: 'Asked again it is the same batch. The issuer has to award that achievement.',
        parameters: [AWARD],
        responses: { 202: answer('The batch of one that it becomes.', 'Batch'), '4XX': PROBLEM },
        problems: [
          'award_unknown',
          'hand_over_unknown',
          'hand_over_not_whole',
          'own_hand_over',
          'hand_over_closed',
          'nominee_recognised',
          'nominee_gone',
          'achievement_unknown',
        ],
      },
    },
  },
  schemas: {
    HandOverTick: z.toJSONSchema(HandOverTick, { io: 'input' }),
    HandOver: object({
      items: listOf(
        object({
          item: { ...INTEGER, description: 'Counted from 0.' },
          texts: { type: 'object', additionalProperties: STRING },
          own: { type: 'boolean', description: 'Added by the holder.' },
          holderSays: { type: 'boolean' },
          memberSays: { type: 'boolean' },
        }),
      ),
      whole: { type: 'boolean', description: 'Whether both say of each that it is handed over.' },
      thankedOn: { ...nullable(STRING), format: 'date' },
    }),
  },
};
