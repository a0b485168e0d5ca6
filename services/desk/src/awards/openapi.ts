import { AwardSearch } from '@laurel/contracts/award-search';
import { AWARD_STATES_FOR_ISSUER } from '@laurel/core/award';
import { z } from 'zod';
import {
  type ApiPart,
  answer,
  body,
  ISSUER,
  nullable,
  object,
  PROBLEM,
  pageOf,
  STRING,
} from '../api/describe.ts';

/** What the API’s description says of an issuer’s awards. */
export const awardPart: ApiPart = {
  paths: {
    '/issuers/{slug}/awards/search': {
      post: {
        scope: 'awards:read',
        summary: 'Find own awards. A name is in the body, so that no address has it.',
        parameters: [ISSUER],
        requestBody: body('AwardSearch'),
        responses: { 200: answer('One page of them.', 'FoundAwards'), '4XX': PROBLEM },
      },
    },
  },
  schemas: {
    AwardSearch: z.toJSONSchema(AwardSearch, { io: 'input' }),
    FoundAwards: pageOf(
      'awards',
      object({
        award: STRING,
        username: { ...nullable(STRING), description: 'Null where Wikimedia hides it.' },
        achievement: STRING,
        batch: STRING,
        state: { enum: AWARD_STATES_FOR_ISSUER },
      }),
    ),
  },
};
