import { cors } from 'hono/cors';

/** Browsers keep no answer to a preflight for longer. */
const PREFLIGHT_MAX_AGE_SECONDS = 86_400;

/**
 * Wallets may be pages of any site. Nothing here asks for a cookie, and no answer allows one to be sent (Fetch
 * Standard, Section 3.2). Whatever header a wallet adds is let through: what is not known is not read.
 */
export const openToWallets = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST'],
  exposeHeaders: ['etag', 'ratelimit', 'ratelimit-policy', 'retry-after', 'www-authenticate'],
  maxAge: PREFLIGHT_MAX_AGE_SECONDS,
});
