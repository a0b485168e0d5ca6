import type { BrowserSession } from './browser-session.ts';
import type { Laurel } from './laurel.ts';

/** A call of the API as a program of the demonstration issuer makes it. */
export function callApi(
  laurel: Laurel,
  method: string,
  path: string,
  body?: unknown,
  token = laurel.token,
): Promise<Response> {
  return fetch(`${laurel.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A call of the API by somebody who is signed in; `path` begins below `/api/v1`. */
export function callAs(
  laurel: Laurel,
  { cookies }: BrowserSession,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  return fetch(`${laurel.url}/api/v1${path}`, {
    method,
    headers: {
      cookie: `laurel-session=${cookies.get('laurel-session')}`,
      origin: laurel.origin,
      'sec-fetch-site': 'same-origin',
      'idempotency-key': `as-${crypto.randomUUID()}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** What stands in PRIVATE, as the desk has it. */
export function privateStore({ runtime }: Laurel): Promise<D1Database> {
  return runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
}

/** What the audit trail says was done to a subject, oldest first. */
export async function auditedActs(laurel: Laurel, subject: string): Promise<readonly string[]> {
  const { results } = await (await privateStore(laurel))
    .prepare('select act from audit where subject = ? order by rowid')
    .bind(subject)
    .all<{ act: string }>();
  return results.map(({ act }) => act);
}
