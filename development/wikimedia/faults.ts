import type { MiddlewareHandler } from 'hono';

export type Endpoint = 'token' | 'profile' | 'api' | 'events' | 'dashboard';

/** What an endpoint answers instead of working. */
export type Fault = {
  /** How many calls fail before the endpoint works again. */
  readonly times: number;
  /** How many calls are answered before; none unless told. */
  readonly after?: number;
  /** Also 200, for an answer that is wrong in its body alone. */
  readonly status: number;
  readonly retryAfterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An empty one unless told. */
  readonly body?: string;
};

export type Faults = {
  readonly set: (endpoint: Endpoint, fault: Fault) => void;
  readonly at: (endpoint: Endpoint) => MiddlewareHandler;
};

export function noFaultsYet(): Faults {
  const waiting = new Map<Endpoint, Fault>();
  return {
    set: (endpoint, fault) => {
      waiting.set(endpoint, fault);
    },
    at: (endpoint) => async (_, next) => {
      const fault = waiting.get(endpoint);
      if (fault === undefined || fault.times === 0) return next();
      const { after = 0 } = fault;
      if (after > 0) {
        waiting.set(endpoint, { ...fault, after: after - 1 });
        return next();
      }
      waiting.set(endpoint, { ...fault, times: fault.times - 1 });
      const headers = new Headers({ 'content-type': 'application/json', ...fault.headers });
      if (fault.retryAfterSeconds !== undefined) {
        headers.set('retry-after', String(fault.retryAfterSeconds));
      }
      return new Response(fault.body ?? '', { status: fault.status, headers });
    },
  };
}
