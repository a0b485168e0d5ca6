import { cors } from 'hono/cors';

/** Browsers keep no answer to a preflight for longer. */
const PREFLIGHT_MAX_AGE_SECONDS = 86_400;

/** What verifiers need that run on a page of any site; pages of ours beside them hold nobody's secrets. */
export const PUBLIC_DOCUMENTS = [
  '/c/*',
  '/issuers/*',
  '/achievements/*',
  '/status/*',
  '/.well-known/did.json',
  '/.well-known/keys.json',
  '/log/*',
  '/user-badges',
  '/api/openapi.json',
] as const;

/**
 * A page of any site may ask, and read refusals too: nobody's cookie or right is involved, and no answer
 * allows credentials (Fetch Standard, Section 3.2).
 */
export function openToOthers(methods: readonly string[], headers: readonly string[]) {
  return cors({
    origin: '*',
    allowMethods: [...methods],
    allowHeaders: [...headers],
    exposeHeaders: ['content-language', 'etag', 'retry-after'],
    maxAge: PREFLIGHT_MAX_AGE_SECONDS,
  });
}

/** For documents that are read. Of these headers, browsers ask before they send some. */
export function readableByOthers() {
  return openToOthers(
    ['GET', 'HEAD'],
    ['accept', 'accept-language', 'cache-control', 'content-type', 'if-none-match', 'pragma'],
  );
}
