import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import type { MentoringSide } from '@laurel/core/mentoring';
import { ok, type Result, refuse } from '@laurel/core/result';
import { mentorships } from '@laurel/store/private/desk';
import { and, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { ownMentorship } from './own-mentorship.ts';

/**
 * Takes an ask back, or what was confirmed, before it is awarded. The other one is not told: of an ask they see
 * nothing any more, and what was confirmed looks to them as if the issuer had not answered.
 */
export async function takeBack(
  desk: Desk,
  accountId: string,
  id: string,
): Promise<Result<null, Failure>> {
  const own = await ownMentorship(desk, accountId, id);
  if (!own.ok) return own;
  const { side, isAsker, view } = own.value;
  if (view === 'taken_back') return ok(null);
  const taken = await desk.store
    .update(mentorships)
    .set({ takenBackBy: sql`iif(${mentorships.takenBackBy} is null, ${side}, 'both')` })
    .where(
      and(
        eq(mentorships.id, id),
        sql`${mentorships.takenBackBy} is not ${side}`,
        gt(mentorships.lapsesAtSeconds, desk.nowSeconds),
        isAsker
          ? inArray(mentorships.state, ['asked', 'withheld', 'declined', 'confirmed'])
          : eq(mentorships.state, 'confirmed'),
      ),
    )
    .returning({ id: mentorships.id });
  return taken.length > 0 ? ok(null) : refuse({ reason: 'mentorship_settled' });
}

/** Says that a confirmed mentorship is over today. Either of the two can; it can be awarded all the same. */
export async function endMentorship(
  desk: Desk,
  accountId: string,
  id: string,
): Promise<Result<null, Failure>> {
  const own = await ownMentorship(desk, accountId, id);
  if (!own.ok) return own;
  const today = dayOf(desk.nowSeconds);
  const ended = await desk.store
    .update(mentorships)
    .set({
      endedAtSeconds: desk.nowSeconds,
      periodEnd: sql`iif(${mentorships.periodEnd} = '' or ${mentorships.periodEnd} > ${today},
        ${today}, ${mentorships.periodEnd})`,
    })
    .where(
      and(
        eq(mentorships.id, id),
        onSide(own.value.side, accountId),
        isNotNull(mentorships.confirmedAtSeconds),
        isNull(mentorships.endedAtSeconds),
      ),
    )
    .returning({ id: mentorships.id });
  if (ended.length > 0) return ok(null);
  const { view } = own.value;
  return view === 'asked' || view === 'declined'
    ? refuse({ reason: 'mentorship_settled' })
    : ok(null);
}

/** The mentee's wish, as long as nothing was decided: whether the issuer's reviewers may know their name. */
export async function nameMentee(
  { store }: Desk,
  accountId: string,
  id: string,
  namesMentee: boolean,
): Promise<Result<null, Failure>> {
  const named = await store
    .update(mentorships)
    .set({ namesMentee })
    .where(
      and(
        eq(mentorships.id, id),
        eq(mentorships.mentee, accountId),
        or(
          eq(mentorships.state, 'confirmed'),
          and(
            eq(mentorships.askedBy, 'mentee'),
            inArray(mentorships.state, ['asked', 'withheld', 'declined']),
          ),
        ),
      ),
    )
    .returning({ id: mentorships.id });
  return named.length > 0 ? ok(null) : refuse({ reason: 'mentorship_unknown' });
}

function onSide(side: MentoringSide, accountId: string) {
  return eq(side === 'mentor' ? mentorships.mentor : mentorships.mentee, accountId);
}
