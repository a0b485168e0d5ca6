import * as z from 'zod';
import type { Laurel } from './laurel.ts';

const Operation = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean(),
        description: z.string(),
      }),
    )
    .default([]),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })) })
    .optional(),
  responses: z.record(z.string(), z.looseObject({})),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  'x-scope': z.string(),
  'x-problems': z.array(z.string()),
});

const Description = z.looseObject({
  openapi: z.literal('3.1.0'),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  webhooks: z.record(z.string(), z.record(z.string(), z.looseObject({}))).default({}),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

export type Description = z.infer<typeof Description>;

/** `/api/v1/openapi.json`, or that of the public API, as anybody gets it. */
export async function descriptionOf(
  laurel: Laurel,
  path: '/api/v1/openapi.json' | '/api/openapi.json' = '/api/v1/openapi.json',
): Promise<Description> {
  const answer = await fetch(`${laurel.url}${path}`);
  return Description.parse(await answer.json());
}

/** Every operation of it, on a line of its own. */
export function operationsOf({ paths }: Description) {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
      scope: operation['x-scope'],
    })),
  );
}
