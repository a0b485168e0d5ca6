import {
  type ApiPart,
  answer,
  body,
  ISSUER,
  object,
  PROBLEM,
  parameter,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { AwardRequest } from '@laurel/contracts/award-request';
import * as z from 'zod';

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
  },
  schemas: {
    AwardRequest: z.toJSONSchema(AwardRequest, { io: 'input' }),
    Batch: object({ batch: STRING, url: URL_STRING }),
  },
};
