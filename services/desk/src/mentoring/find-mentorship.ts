import { LIVE_AWARD_STATES, stateForIssuer } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import { ok, refuse } from '@laurel/core/result';
import { awards, mentorships } from '@laurel/store/private/desk';
import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { reviewable, selecting } from './queue.ts';

/**
 * A mentorship that waits for the issuer's answer, and what the issuer recognised the mentor for already. One of
 * the reviewer's own is unknown to them; what does not wait any more is refused as settled, whoever settled it.
 */
export async function findMentorship(desk: Desk, actor: Actor, id: string) {
  const { store } = desk;
  const [waiting] = await selecting(desk).where(
    and(eq(mentorships.id, id), reviewable(desk, actor)),
  );
  const [kept] = await store
    .select({
      mentor: mentorships.mentor,
      language: mentorships.language,
      confirmedAtSeconds: mentorships.confirmedAtSeconds,
    })
    .from(mentorships)
    .where(
      and(
        eq(mentorships.id, id),
        eq(mentorships.issuer, actor.issuer),
        ne(mentorships.mentor, actor.accountId),
        ne(mentorships.mentee, actor.accountId),
      ),
    );
  // What was never confirmed was never an issuer's to know.
  if (kept === undefined || kept.confirmedAtSeconds === null) {
    return refuse<Failure>({ reason: 'mentorship_unknown' });
  }
  if (waiting === undefined) return refuse<Failure>({ reason: 'mentorship_settled' });
  const recognised = await store
    .select({
      id: awards.id,
      state: awards.state,
      periodStart: awards.periodStart,
      periodEnd: awards.periodEnd,
    })
    .from(awards)
    .where(
      and(
        eq(awards.issuer, actor.issuer),
        eq(awards.achievementSlug, waiting.achievementSlug),
        eq(awards.accountId, kept.mentor),
        inArray(awards.state, [...LIVE_AWARD_STATES]),
      ),
    )
    .orderBy(desc(awards.offeredAtSeconds));
  return ok({
    ...waiting,
    mentor: kept.mentor,
    /** That whoever asked reads. */
    language: kept.language,
    recognised: recognised.map((one) => ({ ...one, state: stateForIssuer(one.state) })),
  });
}

export type WaitingMentorship = Extract<
  Awaited<ReturnType<typeof findMentorship>>,
  { readonly ok: true }
>['value'];
