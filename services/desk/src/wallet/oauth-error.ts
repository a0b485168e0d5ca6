import type { Context } from 'hono';
import type { DeskApp } from '../app-context.ts';

type Status = 400 | 401 | 404 | 405 | 413 | 415 | 429 | 500 | 503;

/** An error as OAuth words it (RFC 6749, Section 5.2): wallets read nothing else. `description`: ASCII. */
export function refused(
  c: Context<DeskApp>,
  status: Status,
  error: string,
  description: string,
): Response {
  const headers = { 'cache-control': 'no-store' };
  return c.json({ error, error_description: description }, status, headers);
}

/** The same for what ends by waiting. */
export function refusedForNow(
  c: Context<DeskApp>,
  status: 429 | 503,
  retryAfterSeconds: number,
  description: string,
): Response {
  c.header('retry-after', String(retryAfterSeconds));
  return refused(c, status, 'temporarily_unavailable', description);
}

/** The last handler of an address: whatever method comes this far is not among those it takes. */
export function takesOnly(...methods: readonly string[]) {
  return (c: Context<DeskApp>) => {
    c.header('allow', methods.join(', '));
    return refused(c, 405, 'invalid_request', `This takes ${methods.join(' and ')} alone.`);
  };
}
