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
} from '@laurel/api-description/describe';
import { GrantRequest, HandoverRequest } from '@laurel/contracts/member-requests';
import { GRANTS } from '@laurel/core/issuer';
import * as z from 'zod';

/** What the API’s description says of members. */
export const memberPart: ApiPart = {
  paths: {
    '/issuers/{slug}/members': {
      get: {
        scope: 'members:write',
        summary: 'Grants that have not ended.',
        parameters: [ISSUER],
        responses: { 200: answer('One entry a grant.', 'Members'), '4XX': PROBLEM },
      },
      post: {
        scope: 'members:write',
        summary: 'Give a grant, or renew one of somebody else.',
        parameters: [ISSUER],
        requestBody: body('GrantRequest'),
        responses: DONE,
        problems: ['own_grant', 'account_unknown', 'directory_unavailable'],
      },
    },
    '/issuers/{slug}/members/handover': {
      post: {
        scope: 'members:write',
        summary: 'Hand all that a member has over to another account, in one step.',
        description:
          'By their session, any member hands over their own; what is another’s takes an admin.',
        parameters: [ISSUER],
        requestBody: body('HandoverRequest'),
        responses: DONE,
        problems: ['own_grant', 'account_unknown', 'directory_unavailable'],
      },
    },
    '/issuers/{slug}/members/{id}/grants/{grant}': {
      delete: {
        scope: 'members:write',
        summary: 'End a grant at once.',
        parameters: [
          ISSUER,
          parameter('id', 'path', 'The account, by its global id.'),
          parameter('grant', 'path', `One of ${GRANTS.join(', ')}.`),
        ],
        responses: DONE,
        problems: ['last_admin', 'page_unknown'],
      },
    },
  },
  schemas: {
    GrantRequest: z.toJSONSchema(GrantRequest, { io: 'input' }),
    HandoverRequest: z.toJSONSchema(HandoverRequest, { io: 'input' }),
    Members: object({
      members: {
        type: 'array',
        items: object({
          account: STRING,
          username: nullable(STRING),
          grant: { enum: GRANTS },
          endsAt: STRING,
        }),
      },
    }),
  },
};
