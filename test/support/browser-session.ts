import { z } from 'zod';
import type { Laurel } from './laurel.ts';

type Cookies = Map<string, string>;

/** A browser without a screen: keeps cookies, follows redirects step by step, posts forms. */
export type BrowserSession = {
  readonly cookies: Cookies;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Record<string, string>,
  ) => Promise<Response>;
};

export function browserSession(laurel: Laurel): BrowserSession {
  const cookies: Cookies = new Map();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const url = new URL(path, laurel.url);
    const ours = url.origin === new URL(laurel.url).origin;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: {
        accept: 'text/html',
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
        body: new URLSearchParams(fields),
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

/** Follows a login from `/login` to Wikimedia, as somebody, and back; the last answer of ours. */
export async function logIn(
  session: BrowserSession,
  username: string,
  returnPath = '/me',
): Promise<Response> {
  const away = await session.get(`/login?return=${encodeURIComponent(returnPath)}`);
  const authorize = new URL(z.url().parse(away.headers.get('location')));
  authorize.searchParams.set('as', username);
  const back = await session.get(authorize.href);
  return session.get(z.url().parse(back.headers.get('location')));
}
