import { dayOf } from '@laurel/core/day';
import { tokens } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/**
 * Writes down on which day (UTC) a token was last used, so that members see which ones nothing needs any
 * more. The day is enough for that; it costs one statement a day.
 */
export async function noteUse(
  { store, nowSeconds }: Desk,
  { hash, lastUsedOn }: Pick<typeof tokens.$inferSelect, 'hash' | 'lastUsedOn'>,
): Promise<void> {
  const today = dayOf(nowSeconds);
  if (lastUsedOn === today) return;
  await store.update(tokens).set({ lastUsedOn: today }).where(eq(tokens.hash, hash));
}
