import {
  type ApiPart,
  answer,
  body,
  DONE,
  ISSUER,
  MOMENT,
  object,
  PAGE,
  PROBLEM,
  pageOf,
  parameter,
  STRING,
} from '@laurel/api-description/describe';
import { TokenRequest } from '@laurel/contracts/token-request';
import * as z from 'zod';

/** What the API’s description says of tokens. */
export const tokenPart: ApiPart = {
  paths: {
    '/issuers/{slug}/tokens': {
      get: {
        scope: 'tokens:write',
        summary: 'Tokens that have not ended, without their secrets.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('The tokens.', 'Tokens'), '4XX': PROBLEM },
      },
      post: {
        scope: 'tokens:write',
        summary: 'Make a token. Its secret is told once. It can do no more than its maker.',
        parameters: [ISSUER],
        requestBody: body('TokenRequest', {
          name: 'Event tool',
          scopes: ['awards:write', 'awards:read'],
          days: 90,
        }),
        responses: { 201: answer('The token with its secret.', 'TokenMade'), '4XX': PROBLEM },
      },
    },
    '/issuers/{slug}/tokens/{id}': {
      delete: {
        scope: 'tokens:write',
        summary: 'End a token at once.',
        parameters: [ISSUER, parameter('id', 'path', 'The token, by what the list calls it.')],
        responses: DONE,
        problems: ['page_unknown'],
      },
    },
  },
  schemas: {
    TokenRequest: z.toJSONSchema(TokenRequest, { io: 'input' }),
    TokenMade: object({ token: STRING, secret: STRING }),
    Tokens: pageOf(
      'tokens',
      object({
        token: STRING,
        name: STRING,
        scopes: { type: 'array', items: STRING },
        endsAt: MOMENT,
        lastUsedOn: {
          type: ['string', 'null'],
          format: 'date',
          description: 'The day alone, UTC; null where it never was.',
        },
      }),
    ),
  },
};
