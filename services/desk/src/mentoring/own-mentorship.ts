import type { Failure } from '@laurel/core/failure';
import { type MentoringSide, type MentorshipView, mentorshipFor } from '@laurel/core/mentoring';
import { ok, type Result, refuse } from '@laurel/core/result';
import { mentorships } from '@laurel/store/private/desk';
import { and, eq, or } from 'drizzle-orm';
import type { Desk } from '../env.ts';

export type OwnStanding = {
  readonly side: MentoringSide;
  readonly view: MentorshipView;
  readonly isAsker: boolean;
};

/** How a mentorship stands for an account; one that is none of theirs to see is unknown to them. */
export async function ownMentorship(
  { store, nowSeconds }: Desk,
  accountId: string,
  id: string,
): Promise<Result<OwnStanding, Failure>> {
  const [row] = await store
    .select()
    .from(mentorships)
    .where(
      and(
        eq(mentorships.id, id),
        or(eq(mentorships.mentor, accountId), eq(mentorships.mentee, accountId)),
      ),
    );
  if (row === undefined) return refuse({ reason: 'mentorship_unknown' });
  const side = row.mentor === accountId ? 'mentor' : 'mentee';
  const view = mentorshipFor(side, row, nowSeconds);
  return view === null
    ? refuse({ reason: 'mentorship_unknown' })
    : ok({ side, view, isAsker: row.askedBy === side });
}
