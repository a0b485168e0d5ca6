import { createMiddleware } from 'hono/factory';
import type { DeskApp } from '../app-context.ts';
import type { Counted } from './count-times.ts';

/**
 * Says in every answer under which limits its request was counted and how they stand (`RateLimit-Policy`
 * and `RateLimit`, draft-ietf-httpapi-ratelimit-headers-11, Sections 3 and 4: lists of Structured Fields,
 * RFC 9651). A refusal has `Retry-After` besides, like every other that ends by waiting.
 */
export const sayLimits = createMiddleware<DeskApp>(async (c, next) => {
  c.set('counted', []);
  await next();
  const { counted } = c.var;
  if (counted.length === 0) return;
  c.res.headers.set('ratelimit-policy', counted.map(policyOf).join(', '));
  c.res.headers.set('ratelimit', counted.map(standingOf).join(', '));
});

/** The quota, and its window in seconds. */
function policyOf({ limit }: Counted): string {
  return `"${limit.name}";q=${limit.most};w=${limit.windowSeconds}`;
}

/** What remains of it, and the seconds until it begins anew. */
function standingOf({ limit, allowance }: Counted): string {
  return `"${limit.name}";r=${allowance.remaining};t=${allowance.resetsInSeconds}`;
}
