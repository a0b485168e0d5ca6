import {
  type ApiPart,
  answer,
  body,
  DONE,
  ISSUER,
  listOf,
  object,
  PROBLEM,
  parameter,
  STRING,
} from '@laurel/api-description/describe';
import { LeavingRequest } from '@laurel/contracts/leaving-request';
import * as z from 'zod';

const OF_ROLE = [ISSUER, parameter('achievement', 'path', 'The role, by its slug.')];
const TEXTS = { type: 'object', additionalProperties: STRING } as const;

/** What the API’s description says of leaving a role. */
export const leavingPart: ApiPart = {
  paths: {
    '/issuers/{slug}/achievements/{achievement}/leaving': {
      get: {
        scope: 'awards:read',
        summary: 'What is said to and asked of whoever leaves a role, or rests from it.',
        parameters: OF_ROLE,
        responses: { 200: answer('The words and the list.', 'Leaving'), '4XX': PROBLEM },
        problems: ['page_unknown'],
      },
      put: {
        scope: 'issuer:write',
        summary: 'Set it, in the place of what was there.',
        description:
          'The list is copied when somebody begins to hand over. With “offersAward” a whole hand-over is thanked by an offer of graceful-handover by itself, as long as the issuer awards that.',
        parameters: OF_ROLE,
        requestBody: body('LeavingRequest', {
          thanks: { en: 'Thank you for two years of welcoming everybody.' },
          items: [{ en: 'Keys of the room' }, { en: 'Contacts at the library' }],
          offersAward: false,
        }),
        responses: DONE,
        problems: ['page_unknown', 'award_no_term'],
      },
    },
  },
  schemas: {
    LeavingRequest: z.toJSONSchema(LeavingRequest, { io: 'input' }),
    Leaving: object({ thanks: TEXTS, items: listOf(TEXTS), offersAward: { type: 'boolean' } }),
  },
};
