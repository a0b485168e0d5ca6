import { createMiddleware } from 'hono/factory';
import type { DeskApp } from '../app-context.ts';
import { readCookie, writeCookie } from './browser-cookie.ts';
import { findSession, type Session } from './sessions.ts';

/** A part of the desk that knows who is there. */
export type SessionApp = DeskApp & { readonly Variables: { readonly session: Session | null } };

/**
 * Finds out who is there, and keeps the answer to them: nothing of it is cached or told to other sites.
 * Tokens change with pages alone, so that no form is answered twice.
 */
export const recogniseSession = createMiddleware<SessionApp>(async (c, next) => {
  const { desk } = c.var;
  const presented = readCookie(c, desk, 'laurel-session');
  const found =
    presented === null ? null : await findSession(desk, presented, c.req.method === 'GET');
  c.set('session', found?.session ?? null);
  await next();
  if (found !== null && found.fresh !== null) {
    writeCookie(c, desk, 'laurel-session', found.fresh.token, found.fresh.maxAgeSeconds);
  }
  c.header('cache-control', 'private, no-store');
  c.header('referrer-policy', 'same-origin');
});
