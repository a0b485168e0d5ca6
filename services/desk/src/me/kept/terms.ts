import {
  calendarFeeds,
  handOverItems,
  handOvers,
  termExceptions,
  termReminders,
} from '@laurel/store/private/desk';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { ownAwardIds } from './own-ids.ts';
import { readableRows } from './readable.ts';

/** What belongs to the terms of somebody's roles: exceptions, hand-overs, reminders, and addresses for calendars. */
export async function keptTerms({ store }: Desk, accountId: string) {
  const [exceptions, begun, items, reminders, feeds] = await store.batch([
    store
      .select({
        issuer: termExceptions.issuer,
        achievementSlug: termExceptions.achievementSlug,
        why: termExceptions.why,
        until: termExceptions.until,
        recordedAtSeconds: termExceptions.recordedAtSeconds,
        withdrawnAtSeconds: termExceptions.withdrawnAtSeconds,
      })
      .from(termExceptions)
      .where(eq(termExceptions.accountId, accountId)),
    store
      .select()
      .from(handOvers)
      .where(sql`${handOvers.awardId} in ${ownAwardIds(accountId)}`),
    store
      .select()
      .from(handOverItems)
      .where(sql`${handOverItems.awardId} in ${ownAwardIds(accountId)}`)
      .orderBy(asc(handOverItems.awardId), asc(handOverItems.place)),
    store
      .select()
      .from(termReminders)
      .where(
        and(
          sql`${termReminders.awardId} in ${ownAwardIds(accountId)}`,
          eq(termReminders.whom, 'holder'),
        ),
      ),
    store
      .select({ issuer: calendarFeeds.issuer, madeAtSeconds: calendarFeeds.madeAtSeconds })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.accountId, accountId)),
  ]);
  return {
    exceptionsFromTermPolicies: readableRows(exceptions),
    handOvers: readableRows(begun),
    handedOver: readableRows(items),
    remindersOfTerms: readableRows(reminders),
    calendarAddresses: readableRows(feeds),
  };
}
