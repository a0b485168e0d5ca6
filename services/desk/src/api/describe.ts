/** A part of the API's description (OpenAPI 3.1): paths below `/api/v1`, and the schemas they name. */
export type ApiPart = {
  readonly paths: Readonly<Record<string, object>>;
  readonly schemas: Readonly<Record<string, object>>;
};

export const STRING = { type: 'string' } as const;
export const INTEGER = { type: 'integer' } as const;
export const URL_STRING = { type: 'string', format: 'uri' } as const;

/** A refusal, as every operation can answer. */
export const PROBLEM = {
  description: 'A refusal (RFC 9457): what is wrong, where, and what to do.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** An object all of whose members are there. */
export function object(properties: Record<string, object>): object {
  return { type: 'object', required: Object.keys(properties), properties };
}

/** A parameter in the path or a header; `description` is one sentence. */
export function parameter(name: string, place: 'path' | 'header', description: string): object {
  return { name, in: place, required: true, description, schema: STRING };
}

/** The issuer in a path. */
export const ISSUER = parameter('slug', 'path', 'The issuer.');

/** An operation that answers nothing but that it was done. */
export const DONE = { 204: { description: 'Done.' }, '4XX': PROBLEM };

/** A body in JSON, by the name of its schema. */
export function body(schema: string): object {
  return { required: true, content: json(schema) };
}

/** An answer in JSON, by the name of its schema. */
export function answer(description: string, schema: string): object {
  return { description, content: json(schema) };
}

function json(schema: string): object {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
}
