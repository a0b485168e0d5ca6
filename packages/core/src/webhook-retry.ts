/**
 * Seconds from one attempt to deliver to the next (Standard Webhooks, "Deliverability and reliability",
 * the suggested schedule). After the last one the message is given up.
 */
const RETRY_AFTER_SECONDS = [
  5,
  5 * 60,
  30 * 60,
  2 * 3_600,
  5 * 3_600,
  10 * 3_600,
  14 * 3_600,
  20 * 3_600,
  24 * 3_600,
] as const;

/** When to try again after so many attempts, in seconds; null where the message is given up. */
export function retryAfterSeconds(attempts: number): number | null {
  return RETRY_AFTER_SECONDS[attempts - 1] ?? null;
}

/** A receiver may fail this often in a row before its other messages wait for it. */
const TOLERATED_FAILURES = 3;
const FIRST_HOLD_SECONDS = 60;
const MAX_HOLD_SECONDS = 3_600;

/**
 * For how long nothing is sent to a receiver that failed so often in a row, whatever is due: one that
 * is down costs one attempt now and then, not one for each message. Doubled with every failure.
 */
export function holdSeconds(failures: number): number {
  if (failures < TOLERATED_FAILURES) return 0;
  return Math.min(FIRST_HOLD_SECONDS * 2 ** (failures - TOLERATED_FAILURES), MAX_HOLD_SECONDS);
}
