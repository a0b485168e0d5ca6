import { shareOuts } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Desk } from '../env.ts';

/**
 * Statements for the transaction in which a holder accepts an award, after it: what it asks to be promised is
 * promised. A correction takes over what was promised before, as it says it now.
 */
export function promising(
  { store, nowSeconds }: Desk,
  { id, corrects }: { readonly id: string; readonly corrects: string },
): readonly BatchItem<'sqlite'>[] {
  const accepted = sql`from awards where id = ${id} and state = 'accepted'
    and decided_at_seconds = ${nowSeconds}`;
  const takenOver =
    corrects === ''
      ? []
      : [
          store.delete(shareOuts).where(
            sql`award_id = ${corrects} and state <> 'done'
                and exists (select 1 ${accepted} and share_out is null)`,
          ),
          store
            .update(shareOuts)
            .set({
              awardId: id,
              achievementSlug: sql`coalesce((select share_out ->> 'achievement' ${accepted}), achievement_slug)`,
              until: sql`coalesce((select share_out ->> 'until' ${accepted}), until)`,
            })
            .where(sql`award_id = ${corrects} and exists (select 1 ${accepted})`),
        ];
  return [
    ...takenOver,
    store
      .insert(shareOuts)
      .select(
        sql`select id, issuer, account_id, share_out ->> 'achievement', share_out ->> 'until', 'open', ${nowSeconds},
          null, null, null, '', '', null, null ${accepted} and share_out is not null`,
      )
      .onConflictDoNothing(),
  ];
}
