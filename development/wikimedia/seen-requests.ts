import type { MiddlewareHandler } from 'hono';

/** One request as the stand-in saw it. Neither query nor body is kept: codes and secrets travel there. */
export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly userAgent: string | null;
  /** Requests that were still being answered when this one came. */
  readonly alreadyUnderWay: number;
};

/** A server that runs for days must not grow by its own memory of them. */
const MAX_SEEN_REQUESTS = 10_000;

export function recordInto(seen: SeenRequest[]): MiddlewareHandler {
  let underWay = 0;
  return async (c, next) => {
    seen.push({
      method: c.req.method,
      path: c.req.path,
      userAgent: c.req.header('user-agent') ?? null,
      alreadyUnderWay: underWay,
    });
    if (seen.length > MAX_SEEN_REQUESTS) seen.shift();
    underWay += 1;
    try {
      await next();
    } finally {
      underWay -= 1;
    }
  };
}
