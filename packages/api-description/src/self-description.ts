import type { ApiPart } from './describe.ts';

/**
 * What a description says of itself.
 *
 * @param base the path that its own two addresses follow, such as `/api`; empty where the description has it already.
 */
export function selfDescription(base: string): ApiPart {
  return {
    paths: {
      [`${base}/openapi.json`]: {
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
      [`${base}/reference`]: {
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
}
