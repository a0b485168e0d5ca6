import { type Counters, count } from '@laurel/observing/counters';
import { writeLine } from '@laurel/observing/log-line';
import { requestIdOf } from '@laurel/observing/request-id';
import type { WorkerWord } from '@laurel/observing/worker-word';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { REFUSAL_HEADER } from './problem.ts';

/** Others are told as one: a method is any word that somebody sends. */
const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What is told of an address that no route has. */
const NO_ROUTE = 'none';

/**
 * Logs and counts each request: which route, what it was answered, how long that took, and nothing of whom.
 * An answer that tells of a defect has the request's id, so that who got it can name it.
 */
export function observeRequests<Bindings extends { readonly COUNTERS: Counters }>(
  worker: WorkerWord,
) {
  return createMiddleware<{ Bindings: Bindings }>(async (c, next) => {
    const beganMs = Date.now();
    await next();
    const ms = Date.now() - beganMs;
    const { status } = c.res;
    const refusal = c.res.headers.get(REFUSAL_HEADER) ?? '';
    c.res.headers.delete(REFUSAL_HEADER);
    const request = requestIdOf(c.req.raw);
    if (status >= 500) c.res.headers.set('x-request-id', request);
    const method = METHODS.includes(c.req.method) ? c.req.method : 'other';
    const route = routeOf(c);
    writeLine({
      line: 'request',
      ...{ worker, request, method, route, status, ms },
      ...(refusal === '' ? {} : { refusal }),
    });
    count(c.env.COUNTERS, {
      counted: 'request',
      words: [worker, route, method, String(status), refusal],
      numbers: [1, ms],
    });
  });
}

/** The pattern of the route that answered: the first that is for this method, else one for all of them. */
function routeOf(c: Context): string {
  const routes = matchedRoutes(c).filter(({ path }) => !path.endsWith('*'));
  const reading = c.req.method === 'HEAD' ? 'GET' : c.req.method;
  const own = routes.find(({ method }) => method === reading);
  return (own ?? routes.at(-1))?.path ?? NO_ROUTE;
}
