import {
  type ApiPart,
  answer,
  body,
  DONE,
  INTEGER,
  ISSUER,
  listOf,
  object,
  PROBLEM,
  STRING,
} from '@laurel/api-description/describe';
import { SeatsRequest } from '@laurel/contracts/issuer-requests';
import * as z from 'zod';

const PUBLIC = { type: 'boolean', description: 'Whether everybody is told.' } as const;

/** What the API's description says of roles that end soon. */
export const seatPart: ApiPart = {
  paths: {
    '/issuers/{slug}/seats': {
      get: {
        scope: 'awards:read',
        summary: 'Roles of which terms end in the next 90 days, without who has them.',
        parameters: [ISSUER],
        responses: { 200: answer('The roles, the earliest first.', 'Seats'), '4XX': PROBLEM },
      },
      put: {
        scope: 'issuer:write',
        summary: 'Has everybody told of them, at /issuers/{slug}/seats, or nobody but members.',
        parameters: [ISSUER],
        requestBody: body('SeatsRequest', { public: true }),
        responses: DONE,
      },
    },
  },
  schemas: {
    Seats: object({
      public: PUBLIC,
      seats: listOf(
        object({
          achievement: STRING,
          endsBy: { type: 'string', format: 'date', description: 'The last day of its month.' },
          seats: INTEGER,
        }),
      ),
    }),
    SeatsRequest: z.toJSONSchema(SeatsRequest, { io: 'input' }),
  },
};
