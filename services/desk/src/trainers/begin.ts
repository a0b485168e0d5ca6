import { dayOf } from '@laurel/core/day';
import { trainers } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { findRule } from './rule.ts';

/** What is accepted. */
type Accepted = {
  readonly id: string;
  readonly issuer: string;
  readonly accountId: string;
  readonly achievementSlug: string;
};

/**
 * Statements for the transaction in which a holder accepts an award, after it: where it makes trainers, they wait for
 * an admin, or may award at once if an admin said so whose own grant still holds. It ends with that grant
 * at the latest; nobody gives it to themselves.
 */
export async function becomingTrainer(
  desk: Desk,
  { id, issuer, accountId, achievementSlug }: Accepted,
): Promise<readonly BatchItem<'sqlite'>[]> {
  const rule = await findRule(desk, issuer, achievementSlug);
  if (rule === null) return [];
  const { store, nowSeconds } = desk;
  const waits = store.insert(trainers).select(sql`
    select ${id}, ${issuer}, ${accountId}, 'waiting', ${JSON.stringify(rule.mayAward)}, ${rule.months}, 0, '',
      ${nowSeconds}
    where exists (select 1 from awards where id = ${id} and state = 'accepted'
        and decided_at_seconds = ${nowSeconds})
      and not exists (select 1 from trainers where award_id = ${id})`);
  if (rule.begins !== 'accepted' || rule.setBy === accountId) return [waits];
  const entry = auditing(
    desk,
    {
      issuer,
      actor: rule.setBy,
      act: 'trainer_given',
      subject: { account: accountId },
      details: { months: rule.months },
    },
    { ifChanged: true },
  );
  const adminEnds = sql`(select ends_at_seconds from grants where issuer = ${issuer}
    and account_id = ${rule.setBy} and "grant" = 'admin' and ends_at_seconds > ${nowSeconds})`;
  const lastDay = sql`unixepoch(${dayOf(nowSeconds)}, ${`+${rule.months} months`}) + 86400`;
  return [
    waits,
    entry.before,
    store
      .update(trainers)
      .set({
        state: 'given',
        grantedBy: rule.setBy,
        endsAtSeconds: sql`min(${lastDay}, ${adminEnds})`,
      })
      .where(
        sql`award_id = ${id} and state = 'waiting' and created_at_seconds = ${nowSeconds}
          and ${adminEnds} is not null`,
      ),
    entry.after,
  ];
}
