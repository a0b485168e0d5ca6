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
import { InvitationRequest } from '@laurel/contracts/invitation-request';
import * as z from 'zod';

const OF_ACHIEVEMENT = [ISSUER, parameter('achievement', 'path', 'The achievement, by its slug.')];

/** What the API’s description says of what holders are invited to next. */
export const invitationPart: ApiPart = {
  paths: {
    '/issuers/{slug}/achievements/{achievement}/invitation': {
      get: {
        scope: 'awards:read',
        summary: 'What holders of an achievement are invited to next.',
        parameters: OF_ACHIEVEMENT,
        responses: { 200: answer('The invitation.', 'Invitation'), '4XX': PROBLEM },
        problems: ['page_unknown'],
      },
      put: {
        scope: 'issuer:write',
        summary: 'Invite them to something, in the place of what was there.',
        description: 'They see it once they have accepted. Nobody learns whether they followed it.',
        parameters: OF_ACHIEVEMENT,
        requestBody: body('InvitationRequest', {
          texts: { en: 'Would you like to help at the next workshop?' },
          url: 'https://meta.wikimedia.org/wiki/Event:Next_workshop',
        }),
        responses: DONE,
        problems: ['page_unknown'],
      },
      delete: {
        scope: 'issuer:write',
        summary: 'Invite to nothing any more.',
        parameters: OF_ACHIEVEMENT,
        responses: DONE,
      },
    },
  },
  schemas: {
    InvitationRequest: z.toJSONSchema(InvitationRequest, { io: 'input' }),
    Invitation: object({
      texts: { type: 'object', additionalProperties: STRING },
      url: nullable(URL_STRING),
      leadsTo: { ...nullable(STRING), description: 'The slug of another achievement.' },
    }),
  },
};
