import * as z from 'zod';
import type { Laurel } from './laurel.ts';

type Cookies = Map<string, string>;

/** A form's fields; as pairs where a name comes more than once. */
type FormFields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

/** A browser without a screen: keeps cookies, follows redirects step by step, posts forms. */
export type BrowserSession = {
  readonly cookies: Cookies;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (
    path: string,
    fields?: FormFields,
    headers?: Record<string, string>,
  ) => Promise<Response>;
};

/** A new one; `always` are headers that it sends with every request. */
export function browserSession(
  laurel: Laurel,
  always: Readonly<Record<string, string>> = {},
): BrowserSession {
  const cookies: Cookies = new Map();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const wanted = new URL(path, laurel.origin);
    const ours = wanted.origin === laurel.origin;
    const url = ours ? new URL(`${laurel.url}${wanted.pathname}${wanted.search}`) : wanted;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: {
        accept: 'text/html',
        ...always,
        ...(ours && cookie !== '' ? { cookie } : {}),
        ...init.headers,
      },
    });
    if (ours) keepCookies(cookies, answer);
    return answer;
  };
  return {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(
          Array.isArray(fields) ? fields.map(([name, value]) => [name, value]) : { ...fields },
        ),
        headers: { origin: laurel.origin, 'sec-fetch-site': 'same-origin', ...headers },
      }),
  };
}

function keepCookies(cookies: Cookies, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split('=');
    const gone = attributes.some((one) => /^max-age=0$/i.test(one)) || value === '';
    if (gone) cookies.delete(name);
    else cookies.set(name, value);
  }
}

/** The attributes of the cookie of this name that an answer sets, the value left out. */
export function cookieSetBy(answer: Response, name: string): readonly string[] {
  const line = answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`)) ?? '';
  return line
    .split('; ')
    .slice(1)
    .sort((one, other) => one.localeCompare(other));
}

/** Begins a login; Wikimedia's address that the browser is sent to. */
export async function beginLogin(session: BrowserSession, returnPath = '/me'): Promise<URL> {
  const away = await session.get(`/login?return=${encodeURIComponent(returnPath)}`);
  return new URL(z.url().parse(away.headers.get('location')));
}

/** Allows the login on Wikimedia's side, as somebody; our address that the browser is sent back to. */
export async function allowLogin(
  session: BrowserSession,
  authorize: URL,
  username: string,
): Promise<string> {
  const allowed = new URL(authorize);
  allowed.searchParams.set('as', username);
  const back = await session.get(allowed.href);
  return z.url().parse(back.headers.get('location'));
}

/** Follows a login from `/login` to Wikimedia, as somebody, and back; the last answer of ours. */
export async function logIn(
  session: BrowserSession,
  username: string,
  returnPath = '/me',
): Promise<Response> {
  const authorize = await beginLogin(session, returnPath);
  return session.get(await allowLogin(session, authorize, username));
}

/** True while a browser holds a session of ours, over plain http. */
export function isSignedIn({ cookies }: BrowserSession): boolean {
  return cookies.has('laurel-session');
}
