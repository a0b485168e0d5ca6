/** What we ask people to wait where Wikimedia names no time. */
export const DEFAULT_RETRY_AFTER_SECONDS = 30;

/** Longer waits than this are not worth promising to anybody. */
const MAX_RETRY_AFTER_SECONDS = 86_400;

/**
 * The seconds to wait that an answer asks for (RFC 9110, Section 10.2.3), at least 1.
 * A date is measured against the answer's own `Date`, so the two clocks cannot disagree.
 */
export function retryAfterSecondsOf(response: Response): number {
  const asked = response.headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(asked)
    ? Number(asked)
    : (Date.parse(asked) - Date.parse(response.headers.get('date') ?? '')) / 1000;
  if (Number.isNaN(seconds)) return DEFAULT_RETRY_AFTER_SECONDS;
  return Math.min(Math.max(Math.ceil(seconds), 1), MAX_RETRY_AFTER_SECONDS);
}
