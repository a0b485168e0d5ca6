import type { Failure } from '@laurel/core/failure';
import { respondWithFailure } from '@laurel/pages/problem-page';
import type { Context } from 'hono';
import type { App } from './env.ts';

/** Answers a refusal, as a page or as a problem document. */
export function refused(c: Context<App>, failure: Failure): Promise<Response> {
  return respondWithFailure(c.req.raw, failure, c.env.LAUREL_ORIGIN);
}

/** The last handler of an address: whatever method comes this far is not among those it takes. */
export function onlyMethods(...allowed: readonly string[]) {
  return (c: Context<App>) => refused(c, { reason: 'method_not_allowed', allowed });
}
