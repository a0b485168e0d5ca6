import { rateLimits } from '@laurel/store/private/desk';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import type { RateLimit } from './spend.ts';

/** Gives back one time that was counted by `spend` and turned out to cost nothing. */
export async function giveBack(
  { store, nowSeconds }: Desk,
  { name }: RateLimit,
  who: string,
): Promise<void> {
  await store
    .update(rateLimits)
    .set({ used: sql`${rateLimits.used} - 1` })
    .where(
      and(
        eq(rateLimits.key, `${name}:${who}`),
        gt(rateLimits.windowEndsAtSeconds, nowSeconds),
        gt(rateLimits.used, 0),
      ),
    );
}
