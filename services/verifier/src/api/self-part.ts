import type { ApiPart } from '@laurel/api-description/describe';

/** What the description says of itself. */
export const selfPart: ApiPart = {
  paths: {
    '/api/openapi.json': {
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
    '/api/reference': {
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
