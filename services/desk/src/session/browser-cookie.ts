import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Desk } from '../env.ts';

/** The cookies of the desk, without the prefix that they have over https. */
export type CookieName = 'laurel-session' | 'laurel-login' | 'laurel-confirm';

/**
 * Over https a cookie is bound to this one host, and no neighbouring host can set it (RFC 6265bis,
 * `__Host-` prefix). Browsers refuse that prefix over http, which only this machine is reached by.
 */
function fullName(name: CookieName, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/** The value of a cookie as the browser sent it, not judged yet; null where there is none. */
export function readCookie(c: Context, { origin }: Desk, name: CookieName): string | null {
  return getCookie(c, fullName(name, isSecure(origin))) ?? null;
}

/**
 * Sets a cookie that no script can read and that other sites' forms do not send. `Lax`, not `Strict`:
 * people come here by links in messages, and back from Wikimedia.
 */
export function writeCookie(
  c: Context,
  { origin }: Desk,
  name: CookieName,
  value: string,
  maxAgeSeconds: number,
): void {
  const secure = isSecure(origin);
  setCookie(c, fullName(name, secure), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: maxAgeSeconds,
  });
}

/** Has the browser drop a cookie. */
export function clearCookie(c: Context, desk: Desk, name: CookieName): void {
  writeCookie(c, desk, name, '', 0);
}

function isSecure(origin: string): boolean {
  return origin.startsWith('https:');
}
