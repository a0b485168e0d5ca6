import { createMiddleware } from 'hono/factory';

/** `sha256-…` of the elements that pages carry inlined; nothing else is applied or run. */
export type InlinedHashes = {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** True where the page loads fonts of ours. */
  readonly fonts?: boolean;
  /** True where the page keeps files on the device: it fetches them, and has a worker that shows them. */
  readonly keeps?: boolean;
};

/**
 * Headers for every answer: nothing is loaded from anywhere but here, nothing is scripted but what is
 * named, nothing is framed, embedded, searched or told to the next site. A route that sets one of them itself
 * keeps its own.
 *
 * @param inlined what pages carry.
 * @param originOf where the service is reached; strict transport security is set for https alone.
 */
export function securityHeaders<Bindings extends object>(
  inlined: InlinedHashes,
  originOf: (environment: Bindings) => string,
) {
  return createMiddleware<{ Bindings: Bindings }>(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headersOf(inlined, originOf(c.env)))) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });
}

/** The policy of a page that carries this and nothing else (CSP 3). */
export function contentSecurityPolicy({
  styles,
  scripts,
  fonts = false,
  keeps = false,
}: InlinedHashes): string {
  return [
    "default-src 'none'",
    `style-src ${styles.map(quoted).join(' ')}`,
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.map(quoted).join(' ')}`]),
    ...(fonts ? ["font-src 'self'"] : []),
    ...(keeps ? ["connect-src 'self'", "worker-src 'self'", "manifest-src 'self'"] : []),
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The policy of an SVG, which is a document that could act: opened by itself it gets no script, no origin and no
 * styles but its own (CSP 3, `sandbox`).
 */
export const SANDBOXED_PICTURE = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What could listen, look, locate, pay, reach a device or follow a reader from site to site. */
const NEVER_ASKED = [
  'bluetooth',
  'browsing-topics',
  'display-capture',
  'geolocation',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
] as const;

/** What a page may ask of the device: nothing, or to look through its camera (W3C Permissions Policy). */
export function permissionsPolicy({ camera = false }: { readonly camera?: boolean } = {}): string {
  const never = NEVER_ASKED.map((feature) => `${feature}=()`);
  return [`camera=${camera ? '(self)' : '()'}`, ...never].join(', ');
}

function headersOf(inlined: InlinedHashes, origin: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(inlined),
    'x-content-type-options': 'nosniff',
    // Not `no-referrer`: browsers then hide the origin of our own forms, which guards against others'.
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
    'cross-origin-opener-policy': 'same-origin',
    // What is open to others says so itself (Fetch Standard, Section 3.7).
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': permissionsPolicy(),
    ...(origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

function quoted(source: string): string {
  return `'${source}'`;
}
