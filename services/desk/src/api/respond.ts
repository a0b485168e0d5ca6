import type { Failure } from '@laurel/core/failure';
import { problem } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import type { DeskContext } from '../app-context.ts';

/** A refusal as a problem document in the caller's language. */
export function refusal(context: DeskContext, failure: Failure): Response {
  return problem(failure, {
    origin: context.var.desk.origin,
    instance: context.req.path,
    messages: readerOf(context.req.raw).messages,
  });
}

/** JSON for the caller alone, which nobody keeps. */
export function privateJson(
  value: unknown,
  init: { readonly headers?: HeadersInit; readonly status?: 200 | 201 } = {},
): Response {
  const headers = new Headers(init.headers);
  headers.set('cache-control', 'no-store');
  return Response.json(value, { headers, status: init.status ?? 200 });
}

/** Answers 201 for what was made, or 202 for what will be, with where it is found. */
export function privateJsonAt(status: 201 | 202, url: string, value: object): Response {
  const headers = { location: url, 'cache-control': 'no-store' };
  return Response.json({ ...value, url }, { status, headers });
}

/** The batch that a request became, and where it reports. */
export function batchAccepted(origin: string, batch: string): Response {
  return privateJsonAt(202, `${origin}/api/v1/batches/${batch}`, { batch });
}

/** Answers 405 with what is allowed, for every other method of a path. */
export function onlyAllowing(...allowed: readonly string[]) {
  return (context: DeskContext): Response =>
    refusal(context, { reason: 'method_not_allowed', allowed });
}
