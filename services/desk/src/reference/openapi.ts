import type { ApiPart } from '@laurel/api-description/describe';

/** What the API’s description says of itself. */
export const descriptionPart: ApiPart = {
  paths: {
    '/openapi.json': {
      get: {
        scope: 'anybody',
        summary: 'This description, for programs (OpenAPI 3.1).',
        responses: {
          200: {
            description: 'The description.',
            content: { 'application/json': { schema: { type: 'object' } } },
          },
        },
      },
    },
    '/reference': {
      get: {
        scope: 'anybody',
        summary: 'This description, for people.',
        responses: {
          200: {
            description: 'A page.',
            content: { 'text/html': { schema: { type: 'string' } } },
          },
        },
      },
    },
  },
  schemas: {},
};
