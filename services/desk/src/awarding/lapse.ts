import { awards, batches, batchRows, lapsedCounts } from '@laurel/store/private/desk';
import { inArray, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { forgettingAccounts } from './forget-account.ts';

/** Offers that one tick erases at most: the rest are the next one's. */
const MAX_PER_TICK = 1_000;

/**
 * Erases the offers that were not accepted in time, what their batches say of these people, and their names where
 * nothing else here means them; of those that nobody took back, a count stays. Nothing tells who declined from who never answered. An account that is
 * being erased is left to that, which still needs its awards.
 */
export async function lapseOffers(desk: Desk): Promise<void> {
  const { store, nowSeconds } = desk;
  const due = sql`(select id from awards
    where state in ('offered', 'declined', 'lapsed', 'cancelled') and lapses_at_seconds <= ${nowSeconds}
      and account_id not in (select task ->> 'accountId' from outbox
        where task ->> 'task' = 'erase_account')
    order by lapses_at_seconds, id limit ${MAX_PER_TICK})`;
  const [one] = await store
    .select({ id: awards.id })
    .from(awards)
    .where(inArray(awards.id, due))
    .limit(1);
  if (one === undefined) return;
  await store.batch([
    store
      .insert(lapsedCounts)
      .select(
        sql`select issuer, achievement_id, strftime('%Y-%m', offered_at_seconds, 'unixepoch'), count(*)
          from awards where id in ${due} and state <> 'cancelled' group by 1, 2, 3`,
      )
      .onConflictDoUpdate({
        target: [lapsedCounts.issuer, lapsedCounts.achievementId, lapsedCounts.month],
        set: { count: sql`${lapsedCounts.count} + excluded.count` },
      }),
    store
      .update(batchRows)
      .set({ state: 'lapsed', username: null, accountId: null, ownTerms: {}, claimCode: '' })
      .where(inArray(batchRows.awardId, due)),
    // What a batch was made for is evidence about people as long as it has any.
    store
      .update(batches)
      .set({ terms: sql`json_set(terms, '$.evidence', json('[]'))` })
      .where(
        sql`id in (select batch_id from awards where id in ${due})
          and not exists (select 1 from batch_rows where batch_id = batches.id and state <> 'lapsed')`,
      ),
    forgettingAccounts(desk, due),
    store.delete(awards).where(inArray(awards.id, due)),
  ]);
}
