import { GrantRequest, HandoverRequest } from '@laurel/contracts/member-requests';
import { GRANTS } from '@laurel/core/issuer';
import { z } from 'zod';
import {
  type ApiPart,
  answer,
  body,
  DONE,
  ISSUER,
  object,
  PROBLEM,
  parameter,
  STRING,
} from '../api/describe.ts';

/** What the API’s description says of members. */
export const memberPart: ApiPart = {
  paths: {
    '/issuers/{slug}/members': {
      get: {
        summary: 'Grants that have not ended.',
        parameters: [ISSUER],
        responses: { 200: answer('One entry a grant.', 'Members'), '4XX': PROBLEM },
      },
      post: {
        summary: 'Give a grant, or renew one of somebody else.',
        parameters: [ISSUER],
        requestBody: body('GrantRequest'),
        responses: DONE,
      },
    },
    '/issuers/{slug}/members/handover': {
      post: {
        summary: 'Hand all that a member has over to another account, in one step.',
        parameters: [ISSUER],
        requestBody: body('HandoverRequest'),
        responses: DONE,
      },
    },
    '/issuers/{slug}/members/{id}/grants/{grant}': {
      delete: {
        summary: 'End a grant at once.',
        parameters: [
          ISSUER,
          parameter('id', 'path', 'The account, by its global id.'),
          parameter('grant', 'path', `One of ${GRANTS.join(', ')}.`),
        ],
        responses: DONE,
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
          username: STRING,
          grant: { enum: GRANTS },
          endsAt: STRING,
        }),
      },
    }),
  },
};
