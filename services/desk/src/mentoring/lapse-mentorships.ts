import { dayOf } from '@laurel/core/day';
import { DECLINE_DAYS } from '@laurel/core/mentoring';
import { mentorships } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

const SECONDS_PER_DAY = 86_400;

/** So long whoever asked sees that nobody answered. */
export const LAPSED_SEEN_DAYS = 30;

/** So long the two see a mentorship after all of it is over. */
const OVER_SEEN_DAYS = 365;

/**
 * Forgets asks that came to nothing, and mentorships a year after they were over and decided on. A decline is
 * kept as long as it is to be counted; its ask is seen no longer than any other. May be repeated.
 */
export async function lapseMentorships({ store, nowSeconds }: Desk): Promise<void> {
  const before = (days: number) => nowSeconds - days * SECONDS_PER_DAY;
  const yearAgo = before(OVER_SEEN_DAYS);
  const isOver = sql`state in ('confirmed', 'awarded', 'answered')
    and (ended_at_seconds <= ${yearAgo}
      or (period_end <> '' and period_end <= ${dayOf(yearAgo)}))`;
  await store.batch([
    store
      .delete(mentorships)
      .where(sql`state in ('asked', 'withheld') and taken_back_by is not null`),
    store
      .delete(mentorships)
      .where(
        sql`state in ('asked', 'withheld') and lapses_at_seconds <= ${before(LAPSED_SEEN_DAYS)}`,
      ),
    store
      .delete(mentorships)
      .where(sql`state = 'declined' and answered_at_seconds <= ${before(DECLINE_DAYS)}`),
    store.delete(mentorships).where(sql`decided_at_seconds <= ${yearAgo} and ${isOver}`),
    store
      .delete(mentorships)
      .where(sql`decided_at_seconds is null and lapses_at_seconds <= ${yearAgo} and ${isOver}`),
  ]);
}
