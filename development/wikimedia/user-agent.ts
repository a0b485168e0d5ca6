import type { MiddlewareHandler } from 'hono';

/** `<client>/<version> (<contact>) …`, where the contact has a web or mail address in it. */
const COMPLIANT = /^[^\s/()]+\/[^\s/()]+ \([^()]*(?:https?:\/\/[^\s()]|[^\s()]@[^\s()])[^()]*\)/;

/**
 * Turns away programs that do not say who they are, as Wikimedia does since 2025.
 *
 * Source: https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy
 */
export const requireUserAgent: MiddlewareHandler = async (c, next) => {
  if (!COMPLIANT.test(c.req.header('user-agent') ?? '')) {
    return c.text(
      'Set a User-Agent such as: client/1.0 (https://contact.example/) library/1.0',
      403,
    );
  }
  return next();
};
