import type { Failure, Issue } from '@laurel/core/failure';
import type { JsonMistake } from '@laurel/core/json-mistake';
import { parsedJson } from '@laurel/core/parsed-json';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { ZodType, z } from 'zod';
import { mediaTypeOf } from './media-type.ts';
import { readBody } from './read-body.ts';

type Unread = Failure & {
  readonly reason:
    | 'body_too_large'
    | 'media_type_unsupported'
    | 'body_not_json'
    | 'request_invalid';
};

/**
 * The JSON body of a request, checked against a schema. A body that is not JSON is refused with the
 * position, one of another shape with a JSON Pointer per mistake.
 */
export async function readJson<Value>(
  request: Request,
  schema: ZodType<Value>,
  maxBytes: number,
): Promise<Result<Value, Unread>> {
  if (mediaTypeOf(request.headers.get('content-type')) !== 'application/json') {
    return refuse({ reason: 'media_type_unsupported', accepted: ['application/json'] });
  }
  const body = await readBody(request, maxBytes);
  return body.ok ? parseJson(body.value, schema) : body;
}

/** The same for bytes that were read already. */
export function parseJson<Value>(bytes: Uint8Array, schema: ZodType<Value>): Result<Value, Unread> {
  const json = decodedJson(bytes);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  return parsed.success
    ? ok(parsed.data)
    : refuse({ reason: 'request_invalid', issues: parsed.error.issues.flatMap(issuesOf) });
}

function decodedJson(bytes: Uint8Array): Result<unknown, Unread> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return refuse({ reason: 'body_not_json', detail: 'The body is not UTF-8.' });
  }
  const json = parsedJson(text);
  return json.ok
    ? json
    : refuse({ reason: 'body_not_json', detail: sentenceFor(text, json.failure) });
}

function sentenceFor(text: string, { kind, position, line, column }: JsonMistake): string {
  if (text.trim() === '') return 'The body is empty.';
  const place = `line ${line}, column ${column} (position ${position})`;
  if (kind === 'repeated_member') return `A member is named twice, again at ${place}.`;
  if (kind === 'prototype_member') return `No member may be named __proto__, as at ${place}.`;
  return position === text.length
    ? `The body ends too early, at ${place}.`
    : `The body stops being JSON at ${place}.`;
}

/** A member that is not known is named by its own pointer, not by its parent's. */
function issuesOf(issue: z.core.$ZodIssue): readonly Issue[] {
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({
        pointer: pointerTo([...issue.path, key]),
        detail: 'There is no such member here.',
      }))
    : [{ pointer: pointerTo(issue.path), detail: sentence(issue.message) }];
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

/** RFC 6901, Section 3. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
