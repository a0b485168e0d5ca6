import type { Failure } from '@laurel/core/failure';
import { type Result, refuse } from '@laurel/core/result';
import type { Desk } from '../env.ts';
import { giveBack } from '../rate-limits/give-back.ts';
import { type RateLimit, spend } from '../rate-limits/spend.ts';

/** Ten wrong codes an account and hour. */
const WRONG_CODES: RateLimit = { name: 'slip_code', most: 10, windowSeconds: 3_600 };

/** A code that is nobody's, or somebody else's. Any other answer costs nothing. */
const WRONG: ReadonlySet<Failure['reason']> = new Set(['slip_unknown', 'slip_used']);

/**
 * Looks a code up for an account, unless it has had its wrong tries: then right codes are refused too.
 * A try is counted before anything is looked up and given back where the code was right, so that a
 * thousand requests at once are no more than ten tries.
 */
export async function tryCode<Found>(
  desk: Desk,
  accountId: string,
  look: () => Promise<Result<Found, Failure>>,
): Promise<Result<Found, Failure>> {
  const { allowed, resetsInSeconds } = await spend(desk, WRONG_CODES, accountId);
  if (!allowed) return refuse({ reason: 'slip_tries_spent', retryAfterSeconds: resetsInSeconds });
  const answer = await look();
  if (answer.ok || !WRONG.has(answer.failure.reason)) await giveBack(desk, WRONG_CODES, accountId);
  return answer;
}

/** The answer to a code that need not be looked up to be wrong. It costs a try all the same. */
export async function wrongCode(
  desk: Desk,
  accountId: string,
): Promise<{ readonly failure: Failure }> {
  const unknown = refuse<Failure>({ reason: 'slip_unknown' });
  const answer = await tryCode<never>(desk, accountId, async () => unknown);
  return answer.ok ? unknown : answer;
}
