import type { MentorshipAwardRequest } from '@laurel/contracts/mentoring-requests';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { idempotencyKeys, mentorships } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { acceptBatch, type BatchOrder, batchOfKey } from '../awarding/accept-batch.ts';
import type { Desk } from '../env.ts';
import type { Answer } from '../nominations/decide-nomination.ts';
import { whyNotAward } from '../nominations/why-not-award.ts';
import { findMentorship, type WaitingMentorship } from './find-mentorship.ts';
import { reviewable } from './queue.ts';

/**
 * Awards a mentorship to its mentor: a batch of one, whose consent is asked for, and which says nothing of the
 * mentee. The mentorship is settled in the same transaction. Answers the batch. Sent twice by one reviewer it is
 * done once; of two at once one decides; and what one of the two takes back at that moment is not awarded.
 */
export async function awardMentorship(
  desk: Desk,
  actor: Actor,
  id: string,
  { language, end }: MentorshipAwardRequest,
  label: string,
): Promise<Result<string, Failure>> {
  const request = { key: `mentorship:${id}`, bodyHash: actor.accountId };
  const before = await batchOfKey(desk, actor.issuer, request);
  if (before.ok && before.value !== null) return ok(before.value);
  if (!before.ok) return refuse({ reason: 'mentorship_settled' });
  const found = await findMentorship(desk, actor, id);
  if (!found.ok) return found;
  const mentorship = found.value;
  const period = periodToAward(mentorship, end, desk.nowSeconds);
  if (!period.ok) return period;
  const { achievementSlug, mentor, username } = mentorship;
  const nominee = { accountId: mentor, username };
  const mistake = await whyNotAward(desk, actor.issuer, { nominee, achievementSlug }, period.value);
  if (mistake !== null) return refuse(mistake);
  const { languages, themes, topics, hoursBand } = mentorship;
  const order: BatchOrder = {
    achievement: achievementSlug,
    ...(language === undefined ? {} : { language }),
    period: period.value,
    evidence: [{ class: 'attestation' }],
    consent: 'ask',
    mentoring: { languages, themes, topics, hoursBand },
    label,
    recipients: [{ username: username ?? '', accountId: mentor }],
  };
  try {
    const ends = endByAward(desk, actor, id, request.key);
    const batch = await acceptBatch(desk, actor, order, request, ends);
    return !batch.ok && batch.failure.reason === 'idempotency_key_reused'
      ? refuse({ reason: 'mentorship_settled' })
      : batch;
  } catch (defect) {
    const still = await findMentorship(desk, actor, id);
    if (!still.ok) return still;
    throw defect;
  }
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
        answer: answer(found.value.language),
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
  const batchId = sql`(select batch_id from ${idempotencyKeys}
    where issuer = ${actor.issuer} and key = ${key})`;
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
