import { AwardSearch } from '@laurel/contracts/award-search';
import { z } from 'zod';
import {
  type ApiPart,
  answer,
  body,
  INTEGER,
  ISSUER,
  object,
  PROBLEM,
  STRING,
} from '../api/describe.ts';

/** What the API’s description says of an issuer’s awards. */
export const awardPart: ApiPart = {
  paths: {
    '/issuers/{slug}/awards/search': {
      post: {
        summary: 'Find own awards. A name is in the body, so that no address has it.',
        parameters: [ISSUER],
        requestBody: body('AwardSearch'),
        responses: { 200: answer('One page of them.', 'FoundAwards'), '4XX': PROBLEM },
      },
    },
  },
  schemas: {
    AwardSearch: z.toJSONSchema(AwardSearch, { io: 'input' }),
    FoundAwards: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      awards: { type: 'array', items: object({ award: STRING, batch: STRING, state: STRING }) },
    }),
  },
};
