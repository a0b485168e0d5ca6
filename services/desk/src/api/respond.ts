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

/** Answers 405 with what is allowed, for every other method of a path. */
export function onlyAllowing(...allowed: readonly string[]) {
  return (context: DeskContext): Response =>
    refusal(context, { reason: 'method_not_allowed', allowed });
}
