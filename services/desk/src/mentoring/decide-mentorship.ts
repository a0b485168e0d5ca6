import type { MentorshipAwardRequest } from '@laurel/contracts/mentoring-requests';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { mentorships } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { awardOnce, batchIdOfKey } from '../awarding/award-once.ts';
import type { Desk } from '../env.ts';
import { whyNotAward } from '../nominations/why-not-award.ts';
import type { Answer } from '../reviewing/answer-words.ts';
import { findMentorship, type WaitingMentorship } from './find-mentorship.ts';
import { reviewable } from './queue.ts';

/**
 * Awards a mentorship to its mentor: a batch of one, whose consent is asked for, and which says nothing of the
 * mentee. The mentorship is settled in the same transaction; what one of the two takes back at that moment is not awarded.
 */
export async function awardMentorship(
  desk: Desk,
  actor: Actor,
  id: string,
  { language, end }: MentorshipAwardRequest,
  label: string,
): Promise<Result<string, Failure>> {
  const key = `mentorship:${id}`;
  return awardOnce(desk, actor, {
    key,
    settled: { reason: 'mentorship_settled' },
    find: () => findMentorship(desk, actor, id),
    orderOf: async (mentorship) => {
      const period = periodToAward(mentorship, end, desk.nowSeconds);
      if (!period.ok) return period;
      const { achievementSlug, mentor, username } = mentorship;
      const meant = { nominee: { accountId: mentor }, achievementSlug };
      const mistake = await whyNotAward(desk, actor.issuer, meant, period.value);
      if (mistake !== null) return refuse(mistake);
      const { languages, themes, topics, hoursBand } = mentorship;
      return ok({
        achievement: achievementSlug,
        ...(language === undefined ? {} : { language }),
        period: period.value,
        evidence: [{ class: 'attestation' }],
        consent: 'ask',
        mentoring: { languages, themes, topics, hoursBand },
        label,
        recipients: [{ username: username ?? '', accountId: mentor }],
      });
    },
    ending: () => endByAward(desk, actor, id, key),
  });
}

/** What still goes on is awarded up to the day that the reviewer gives, else up to today. */
function periodToAward(
  { periodStart, periodEnd }: WaitingMentorship,
  given: string | undefined,
  nowSeconds: number,
): Result<{ readonly start: string; readonly end: string }, Failure> {
  const end = periodEnd === '' ? (given ?? dayOf(nowSeconds)) : periodEnd;
  if (given !== undefined && given !== end) return wrongEnd('Both said on which day it ended.');
  return end < periodStart
    ? wrongEnd('The period ends before it starts.')
    : ok({ start: periodStart, end });
}

function wrongEnd(detail: string) {
  return refuse<Failure>({ reason: 'request_invalid', issues: [{ pointer: '/end', detail }] });
}

/** Declines a mentorship kindly. The mentor alone reads the answer; the mentee is told that it was decided on. */
export async function declineMentorship(
  desk: Desk,
  actor: Actor,
  id: string,
  answer: Answer,
): Promise<Result<null, Failure>> {
  const found = await findMentorship(desk, actor, id);
  if (!found.ok) return found;
  const words = await answer(found.value.language);
  const entry = auditing(
    desk,
    {
      issuer: actor.issuer,
      actor: actor.accountId,
      act: 'mentorship_declined',
      subject: id,
    },
    { ifChanged: true },
  );
  const [, declined] = await desk.store.batch([
    entry.before,
    desk.store
      .update(mentorships)
      .set({
        state: 'answered',
        decidedBy: actor.accountId,
        decidedAtSeconds: desk.nowSeconds,
        answer: words,
      })
      .where(and(reviewable(desk, actor), eq(mentorships.id, id)))
      .returning({ id: mentorships.id }),
    entry.after,
  ]);
  return declined.length > 0 ? ok(null) : refuse({ reason: 'mentorship_settled' });
}

/**
 * Statements for the transaction of the batch that `key` stands for. The last one writes a row that is there
 * already, which fails and takes all of it back, unless the mentorship was settled by this batch.
 */
function endByAward(desk: Desk, actor: Actor, id: string, key: string) {
  const { store } = desk;
  const batchId = batchIdOfKey(actor.issuer, key);
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'mentorship_awarded',
    subject: id,
  });
  return [
    entry.before,
    store
      .update(mentorships)
      .set({
        state: 'awarded',
        decidedBy: actor.accountId,
        decidedAtSeconds: desk.nowSeconds,
        batchId,
      })
      .where(and(reviewable(desk, actor), eq(mentorships.id, id))),
    entry.after,
    store.insert(mentorships).select(sql`select * from ${mentorships}
      where id = ${id} and batch_id is not ${batchId}`),
  ];
}
