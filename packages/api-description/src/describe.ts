import type { TokenScope } from '@laurel/core/issuer';
import type { Reason } from '@laurel/http/problem';

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** One thing that can be done by the API. */
export type Operation = {
  /**
   * What it needs: a scope, which a token has or the grants of somebody who is signed in; a login of
   * one's own (`session`), for what belongs to no issuer; the login of a steward, for whom alone there
   * is such an address; or nothing (`anybody`).
   */
  readonly scope: TokenScope | 'session' | 'steward' | 'anybody';
  /** Where a scope is needed: that a token has to have it, as no session counts. */
  readonly byTokenAlone?: boolean;
  /** One sentence. */
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
  /** Refusals of its own, besides those that its scope and its body bring. */
  readonly problems?: readonly Reason[];
};

/** A part of the API's description (OpenAPI 3.1): paths below `/api/v1`, and the schemas they name. */
export type ApiPart = {
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;
  readonly schemas: Readonly<Record<string, object>>;
};

export const STRING = { type: 'string' } as const;
export const INTEGER = { type: 'integer' } as const;
export const URL_STRING = { type: 'string', format: 'uri' } as const;
export const MOMENT = { type: 'string', format: 'date-time' } as const;

/** A refusal, as every operation can answer. */
export const PROBLEM = {
  description: 'A refusal (RFC 9457): what is wrong, where, and what to do.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** An object all of whose members are there. */
export function object(properties: Record<string, object>): object {
  return { type: 'object', required: Object.keys(properties), properties };
}

/** The same, where some members may be missing. */
export function objectWithOptional(
  properties: Record<string, object>,
  optional: Record<string, object>,
): object {
  return { ...object(properties), properties: { ...properties, ...optional } };
}

/** A list of what a schema describes. */
export function listOf(items: object): object {
  return { type: 'array', items };
}

/** What a schema describes, or null. */
export function nullable(schema: { readonly type: string }): object {
  return { ...schema, type: [schema.type, 'null'] };
}

/** Any schema, or null. */
export function orNull(schema: object): object {
  return { anyOf: [schema, { type: 'null' }] };
}

/** An answer that is a file of this media type. */
export function file(description: string, mediaType: string): object {
  return { description, content: { [mediaType]: { schema: { ...STRING, format: 'binary' } } } };
}

/** A schema by its name. */
export function ref(schema: string): object {
  return { $ref: `#/components/schemas/${schema}` };
}

/** One page of a list: `name` is what the list is called. */
export function pageOf(name: string, items: object): object {
  return object({ page: INTEGER, pages: INTEGER, total: INTEGER, [name]: listOf(items) });
}

/** A parameter in the path or a header; `description` is one sentence. */
export function parameter(name: string, place: 'path' | 'header', description: string): object {
  return { name, in: place, required: true, description, schema: STRING };
}

/** A parameter in the query, which may be left out. */
export function queryParameter(name: string, description: string, schema: object = STRING): object {
  return { name, in: 'query', required: false, description, schema };
}

/** The issuer in a path. */
export const ISSUER = parameter('slug', 'path', 'The issuer.');

/** Which page of a list. */
export const PAGE = queryParameter('page', 'Which page of the list, from 1.', {
  ...INTEGER,
  minimum: 1,
});

/** An operation that answers nothing but that it was done. */
export const DONE = { 204: { description: 'Done.' }, '4XX': PROBLEM };

/** A body in JSON, by the name of its schema; an example where the schema alone tells too little. */
export function body(schema: string, example?: object): object {
  return { required: true, content: json(schema, example) };
}

/** An answer in JSON, by the name of its schema. */
export function answer(description: string, schema: string): object {
  return { description, content: json(schema) };
}

function json(schema: string, example?: object): object {
  return {
    'application/json': {
      schema: { $ref: `#/components/schemas/${schema}` },
      ...(example === undefined ? {} : { example }),
    },
  };
}
