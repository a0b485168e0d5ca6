import { PROBLEM } from '@laurel/api-description/describe';
import { LIMITS } from '../rate-limits/limits.ts';

/** Every limit by its name, as sentences for people who write programs. */
const TABLE = LIMITS.map(
  ({ name, most, windowSeconds }) => `\`${name}\`: ${most} in ${windowSeconds} seconds`,
).join('; ');

const HEADERS = {
  RateLimitPolicy: {
    description: 'The limits that this request was counted under: name, quota, window in seconds.',
    schema: { type: 'string' },
    example: '"api-reads";q=1800;w=60',
  },
  RateLimit: {
    description: 'How they stand: what remains, and the seconds until the quota is whole again.',
    schema: { type: 'string' },
    example: '"api-reads";r=1799;t=60',
  },
  RetryAfter: {
    description: 'The seconds to wait before asking again.',
    schema: { type: 'integer' },
  },
} as const;

const SAID = {
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
  RateLimit: { $ref: '#/components/headers/RateLimit' },
} as const;

/** What the API’s description says of limits, for `components`. */
export const LIMIT_COMPONENTS = {
  headers: HEADERS,
  responses: {
    RateLimited: {
      description: `Too many requests. Nothing was done; the same request can be sent again after the wait. The limits of an account or a token: ${TABLE}.`,
      headers: { ...SAID, 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
      content: PROBLEM.content,
    },
  },
} as const;

type Paths = Readonly<Record<string, object>>;

/** The same paths, where every operation that has a caller has its answer 429, and every answer says the limits. */
export function withLimits(paths: Paths): Paths {
  return mapped(paths, (operations) => mapped(operations, withLimitsOfOne));
}

function withLimitsOfOne(operation: object): object {
  if (!('responses' in operation) || isForAnybody(operation)) return operation;
  const answers = mapped(Object(operation.responses), (answer) => ({ headers: SAID, ...answer }));
  const limited = { $ref: '#/components/responses/RateLimited' };
  return { ...operation, responses: { ...answers, 429: limited } };
}

/** Nobody is counted where nobody is asked for. */
function isForAnybody(operation: object): boolean {
  return 'x-scope' in operation && operation['x-scope'] === 'anybody';
}

function mapped(
  members: Readonly<Record<string, object>> | object,
  change: (member: object) => object,
): Paths {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, change(Object(member))]),
  );
}
