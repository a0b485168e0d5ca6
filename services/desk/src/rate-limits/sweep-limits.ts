import { rateLimits } from '@laurel/store/private/desk';
import { lte } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** Forgets how often somebody asked, once the window is over. */
export async function sweepLimits({ store, nowSeconds }: Desk): Promise<void> {
  await store.delete(rateLimits).where(lte(rateLimits.windowEndsAtSeconds, nowSeconds));
}
