import { createMiddleware } from 'hono/factory';

/**
 * Headers for every answer: nothing is loaded from anywhere but here, nothing is scripted, nothing is
 * framed, searched or told to the next site. A route that sets one of them itself keeps its own.
 *
 * @param stylesheetHash `sha256-…` of the one style element that pages carry.
 * @param originOf where the service is reached; strict transport security is set for https alone.
 */
export function securityHeaders<Bindings extends object>(
  stylesheetHash: string,
  originOf: (environment: Bindings) => string,
) {
  return createMiddleware<{ Bindings: Bindings }>(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headersOf(stylesheetHash, originOf(c.env)))) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });
}

function headersOf(stylesheetHash: string, origin: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      `style-src '${stylesheetHash}'`,
      "img-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    // Not `no-referrer`: browsers then hide the origin of our own forms, which guards against others'.
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
