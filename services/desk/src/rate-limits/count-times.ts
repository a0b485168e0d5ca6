import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { DeskContext } from '../app-context.ts';
import { type Allowance, type RateLimit, spend } from './spend.ts';

/** A limit that a request was counted under, and how it stands. */
export type Counted = { readonly limit: RateLimit; readonly allowance: Allowance };

export type TooOften = Failure & { readonly reason: 'rate_limited' };

/**
 * Counts a request under limits, in this order, and remembers how each stands for the answer's headers.
 * Refuses at the first that is used up. `who` is an account id or a token's id.
 */
export async function countTimes(
  c: Pick<DeskContext, 'var'>,
  who: string,
  limits: readonly RateLimit[],
): Promise<Result<null, TooOften>> {
  for (const limit of limits) {
    const allowance = await spend(c.var.desk, limit, who);
    c.var.counted.push({ limit, allowance });
    if (!allowance.allowed) {
      return refuse({ reason: 'rate_limited', retryAfterSeconds: allowance.resetsInSeconds });
    }
  }
  return ok(null);
}
