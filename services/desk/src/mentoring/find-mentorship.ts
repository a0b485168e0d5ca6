import type { Failure } from '@laurel/core/failure';
import { ok, refuse } from '@laurel/core/result';
import { mentorships } from '@laurel/store/private/desk';
import { and, eq, ne } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { asIssuerKnows, selectingRecognised } from '../reviewing/recognised.ts';
import { reviewable, selecting } from './queue.ts';

/**
 * A mentorship that waits for the issuer's answer, and what the issuer recognised the mentor for already. One of
 * the reviewer's own is unknown to them; what does not wait any more is refused as settled, whoever settled it.
 */
export async function findMentorship(desk: Desk, actor: Actor, id: string) {
  const { store } = desk;
  const [[waiting], [kept]] = await store.batch([
    selecting(desk).where(and(eq(mentorships.id, id), reviewable(desk, actor))),
    store
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
      ),
  ]);
  // What was never confirmed was never an issuer's to know.
  if (kept === undefined || kept.confirmedAtSeconds === null) {
    return refuse<Failure>({ reason: 'mentorship_unknown' });
  }
  if (waiting === undefined) return refuse<Failure>({ reason: 'mentorship_settled' });
  const { achievementSlug } = waiting;
  const recognised = await selectingRecognised(desk, actor.issuer, kept.mentor, achievementSlug);
  return ok({
    ...waiting,
    mentor: kept.mentor,
    /** That whoever asked reads. */
    language: kept.language,
    recognised: asIssuerKnows(recognised),
  });
}

export type WaitingMentorship = Extract<
  Awaited<ReturnType<typeof findMentorship>>,
  { readonly ok: true }
>['value'];
