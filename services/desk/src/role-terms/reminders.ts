import type { Achievement } from '@laurel/core/achievement';
import { type Day, dayOf } from '@laurel/core/day';
import { REMINDER_DAYS, type ReminderDays } from '@laurel/core/term-reminder';
import { achievements, awards, RUNNING_TERM, termReminders } from '@laurel/store/private/desk';
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { isRunning } from './list-terms.ts';

/** A reminder that nobody has put away yet. */
export type TermReminder = {
  readonly awardId: string;
  readonly days: ReminderDays;
  readonly achievement: Achievement;
  /** The planned end. */
  readonly end: Day;
};

/**
 * Raises each reminder once, for the holder and for the issuer: the nearest that is due, of terms that are longer than
 * that. What is over, or has ended before, is forgotten. May be repeated.
 */
export async function raiseReminders({ store, nowSeconds }: Desk): Promise<void> {
  const today = dayOf(nowSeconds);
  const running = sql`${RUNNING_TERM} and superseded_by is null and period_end >= ${today}`;
  const raising = REMINDER_DAYS.map((days, at) => {
    const nearer = REMINDER_DAYS[at + 1] ?? -1;
    return store
      .insert(termReminders)
      .select(
        sql`select awards.id, ${days}, whom.value, issuer, ${nowSeconds}, null
          from awards, json_each('["holder", "issuer"]') whom
          where ${running} and period_end <= date(${today}, ${`+${days} days`})
            and period_end > date(${today}, ${`${nearer} days`})
            and period_start < date(period_end, ${`-${days} days`})`,
      )
      .onConflictDoNothing();
  });
  const forgetting = store
    .delete(termReminders)
    .where(
      sql`not exists (select 1 from awards where id = ${termReminders.awardId} and ${running})`,
    );
  await store.batch([forgetting, ...raising]);
}

/** The reminders that a holder has not put away. */
export function remindersOfHolder(desk: Desk, accountId: string) {
  return reminders(desk, and(eq(termReminders.whom, 'holder'), eq(awards.accountId, accountId)));
}

/** The reminders that no admin of an issuer has put away. */
export function remindersOfIssuer(desk: Desk, issuer: string) {
  return reminders(desk, and(eq(termReminders.whom, 'issuer'), eq(termReminders.issuer, issuer)));
}

async function reminders(
  { store, nowSeconds }: Desk,
  condition: SQL | undefined,
): Promise<readonly TermReminder[]> {
  const rows = await store
    .select({
      awardId: termReminders.awardId,
      days: termReminders.days,
      achievement: achievements.facts,
      end: awards.periodEnd,
    })
    .from(termReminders)
    .innerJoin(awards, eq(awards.id, termReminders.awardId))
    .innerJoin(achievements, eq(achievements.id, awards.achievementId))
    .where(and(condition, isNull(termReminders.notedAtSeconds), isRunning(dayOf(nowSeconds))))
    .orderBy(asc(awards.periodEnd), termReminders.awardId, asc(termReminders.days));
  // Of two for one term the nearer says all.
  return rows.filter(({ awardId }, at) => rows[at - 1]?.awardId !== awardId);
}

/** Puts away what is raised of one term: for its holder, by the account, or for an issuer. */
export async function noteReminders(
  { store, nowSeconds }: Desk,
  awardId: string,
  of: { readonly holder: string } | { readonly issuer: string },
): Promise<void> {
  const theirs =
    'holder' in of
      ? sql`${termReminders.whom} = 'holder' and exists (select 1 from awards
          where id = ${awardId} and account_id = ${of.holder})`
      : and(eq(termReminders.whom, 'issuer'), eq(termReminders.issuer, of.issuer));
  await store
    .update(termReminders)
    .set({ notedAtSeconds: nowSeconds })
    .where(and(eq(termReminders.awardId, awardId), isNull(termReminders.notedAtSeconds), theirs));
}
