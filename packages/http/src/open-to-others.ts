import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';

/** Browsers keep no answer to a preflight for longer. */
const PREFLIGHT_MAX_AGE_SECONDS = 86_400;

export type OpenToOthers = {
  readonly methods: readonly string[];
  /** Headers that a page may send beside the usual ones; without it whatever it sends. */
  readonly takes?: readonly string[];
  /** Headers of the answer that a page may read beside the usual ones. */
  readonly tells: readonly string[];
};

/**
 * A page of any site may ask, and read refusals too: nobody's cookie or right is involved, and no answer
 * allows credentials (Fetch Standard, Section 3.2). It may also show what it asked for as a picture, for which
 * browsers ask without CORS (Section 3.7).
 */
export function openToOthers({ methods, takes, tells }: OpenToOthers) {
  const shared = cors({
    origin: '*',
    allowMethods: [...methods],
    ...(takes === undefined ? {} : { allowHeaders: [...takes] }),
    exposeHeaders: [...tells],
    maxAge: PREFLIGHT_MAX_AGE_SECONDS,
  });
  return createMiddleware(async (c, next) => {
    const preflight = await shared(c, next);
    (preflight ?? c.res).headers.set('cross-origin-resource-policy', 'cross-origin');
    return preflight;
  });
}
