import type { Wikimedia } from './wikimedia.ts';

/** A person waits for the answer, so a stalled wiki must turn into a page that says so. */
const CALL_TIMEOUT_MS = 10_000;

/** The headers of an answer that we act on; the rest describes a transfer that is over. */
const KEPT_HEADERS = ['content-type', 'date', 'retry-after'];

/** Statuses whose Response may carry no body (Fetch Standard, "null body status"). */
const BODILESS = new Set([204, 205, 304]);

export type Call = {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams;
};

/**
 * One call to Wikimedia, with our User-Agent, read to its end.
 *
 * Redirects are not followed: they would carry a secret or a token elsewhere. A connection that
 * fails or stalls comes back as status 504, so that callers know one kind of unavailability.
 */
export async function callWikimedia(
  wikimedia: Pick<Wikimedia, 'userAgent'>,
  url: URL,
  call: Call,
): Promise<Response> {
  const request: RequestInit = {
    method: call.method,
    headers: { accept: 'application/json', ...call.headers, 'user-agent': wikimedia.userAgent },
    redirect: 'manual',
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    ...(call.body === undefined ? {} : { body: call.body }),
  };
  try {
    const response = await fetch(url.href, request);
    const body = await response.arrayBuffer();
    const headers = new Headers();
    for (const name of KEPT_HEADERS) {
      const value = response.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Response(BODILESS.has(response.status) ? null : body, {
      status: response.status,
      headers,
    });
  } catch {
    return new Response(null, { status: 504 });
  }
}

/** The body as JSON; null for what is not JSON. */
export async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
