import { mentorLimits, mentorships, mutedPeople } from '@laurel/store/private/desk';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';

/**
 * The statements that forget somebody's mentoring. What they confirmed as a mentee stays confirmed, of nobody, as
 * it is the mentor's to be recognised for; it is over, and looks like one whose mentee Wikimedia hides.
 */
export function forgettingMentoring({ store, nowSeconds }: Desk, accountId: string) {
  return [
    store
      .delete(mentorships)
      .where(
        or(
          eq(mentorships.mentor, accountId),
          and(eq(mentorships.mentee, accountId), isNull(mentorships.confirmedAtSeconds)),
        ),
      ),
    store
      .update(mentorships)
      .set({
        mentee: '',
        namesMentee: false,
        endedAtSeconds: sql`coalesce(${mentorships.endedAtSeconds}, ${nowSeconds})`,
      })
      .where(eq(mentorships.mentee, accountId)),
    store.delete(mentorLimits).where(eq(mentorLimits.accountId, accountId)),
    store
      .delete(mutedPeople)
      .where(or(eq(mutedPeople.accountId, accountId), eq(mutedPeople.muted, accountId))),
  ] as const;
}
