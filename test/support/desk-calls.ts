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
