import { awards, endorsements, erasedCounts } from '@laurel/store/private/desk';
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';

/**
 * Ends every award of an account, and what it and others said of awards, so that nothing more is signed for it, and counts those that were
 * accepted. For one transaction, in which `condition` says whether it happens at all; may be repeated.
 */
export function endRecognition({ store }: Desk, accountId: string, condition: SQL) {
  return [
    store
      .insert(erasedCounts)
      .select(
        sql`select issuer, achievement_id, language,
          strftime('%Y-%m', offered_at_seconds, 'unixepoch'), count(*)
        from awards where account_id = ${accountId} and state = 'accepted'
          and superseded_by is null and ${condition}
        group by 1, 2, 3, 4`,
      )
      .onConflictDoUpdate({
        target: [
          erasedCounts.issuer,
          erasedCounts.achievementId,
          erasedCounts.language,
          erasedCounts.month,
        ],
        set: { count: sql`${erasedCounts.count} + excluded.count` },
      }),
    store
      .update(awards)
      .set({ state: 'cancelled' })
      .where(
        and(
          eq(awards.accountId, accountId),
          inArray(awards.state, ['offered', 'accepted', 'declined', 'lapsed']),
          condition,
        ),
      ),
    store
      .update(endorsements)
      .set({ state: 'ending', behaviour: '', story: '' })
      .where(
        and(
          or(
            eq(endorsements.holderAccountId, accountId),
            eq(endorsements.endorserAccountId, accountId),
          ),
          condition,
        ),
      ),
  ] as const;
}
