import { rateLimits } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** How often something may be done within a window. */
export type RateLimit = {
  /** A name of ours, such as `api`. */
  readonly name: string;
  readonly most: number;
  readonly windowSeconds: number;
};

/** How a limit stands for somebody once this time was counted. */
export type Allowance = {
  /** False where this time was one too many. */
  readonly allowed: boolean;
  readonly remaining: number;
  readonly resetsInSeconds: number;
};

/**
 * Counts one time for somebody and answers how the limit stands. `who` is an account id or a token's
 * id, never a name. One statement, so that two requests at once count as two.
 */
export async function spend(
  { store, nowSeconds }: Desk,
  { name, most, windowSeconds }: RateLimit,
  who: string,
): Promise<Allowance> {
  const over = sql`${rateLimits.windowEndsAtSeconds} <= ${nowSeconds}`;
  const [row] = await store
    .insert(rateLimits)
    .values({
      key: `${name}:${who}`,
      windowEndsAtSeconds: nowSeconds + windowSeconds,
      used: 1,
    })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        used: sql`iif(${over}, 1, ${rateLimits.used} + 1)`,
        windowEndsAtSeconds: sql`iif(${over}, ${nowSeconds + windowSeconds}, ${rateLimits.windowEndsAtSeconds})`,
      },
    })
    .returning();
  if (row === undefined) throw new Error('a limit was not counted');
  return {
    allowed: row.used <= most,
    remaining: Math.max(0, most - row.used),
    resetsInSeconds: row.windowEndsAtSeconds - nowSeconds,
  };
}
