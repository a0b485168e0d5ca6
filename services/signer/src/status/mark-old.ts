import { dayOf, startOfDay } from '@laurel/core/day';
import { statusLists } from '@laurel/store/public/schema';
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** Each costs some milliseconds to sign; what is left over is marked a minute later. */
const LISTS_A_TICK = 100;

/**
 * Has each list signed anew once a day, though nothing in it may have changed. Whoever verifies by a copy
 * can tell its age by its signature alone: a list that was signed a year ago, and would be the same today,
 * would make fresh knowledge look old, and old knowledge no older.
 */
export async function markOldStatusLists({ publicStore, nowSeconds }: Signing): Promise<void> {
  const old = publicStore
    .select({ id: statusLists.id })
    .from(statusLists)
    .where(
      and(
        eq(statusLists.changes, statusLists.publishedChanges),
        lt(
          sql`json_extract(${statusLists.document}, '$.validFrom')`,
          startOfDay(dayOf(nowSeconds)),
        ),
      ),
    )
    .limit(LISTS_A_TICK);
  await publicStore
    .update(statusLists)
    .set({ changes: sql`${statusLists.changes} + 1` })
    .where(inArray(statusLists.id, old));
}
