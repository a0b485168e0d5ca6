import type { Failure } from '@laurel/core/failure';
import { REVIEW_DAYS } from '@laurel/core/mentoring';
import { ok, type Result, refuse } from '@laurel/core/result';
import { mentorships } from '@laurel/store/private/desk';
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { overlapping } from './overlapping.ts';
import { ownMentorship } from './own-mentorship.ts';

const SECONDS_PER_DAY = 86_400;

/** An ask that waits for this account's answer. */
function askTo(id: string, accountId: string, { nowSeconds }: Desk) {
  return and(
    eq(mentorships.id, id),
    eq(mentorships.state, 'asked'),
    isNull(mentorships.takenBackBy),
    gt(mentorships.lapsesAtSeconds, nowSeconds),
    or(
      and(eq(mentorships.askedBy, 'mentor'), eq(mentorships.mentee, accountId)),
      and(eq(mentorships.askedBy, 'mentee'), eq(mentorships.mentor, accountId)),
    ),
  );
}

/**
 * Confirms what somebody asked: from then on it waits for the issuer's reviewers. A mentee says whether those may
 * know their name. Once the same is confirmed for some of these days, by an ask of the other way round, this one
 * is refused.
 */
export async function confirmAsk(
  desk: Desk,
  accountId: string,
  id: string,
  namesMentee: boolean,
): Promise<Result<null, Failure>> {
  const { store, nowSeconds } = desk;
  const stands = sql`exists (select 1 from mentorships as standing
    where standing.mentor = ${mentorships.mentor} and standing.mentee = ${mentorships.mentee}
      and standing.issuer = ${mentorships.issuer} and standing.id <> ${mentorships.id}
      and standing.achievement_slug = ${mentorships.achievementSlug} and standing.state = 'confirmed'
      and standing.lapses_at_seconds > ${nowSeconds} and standing.taken_back_by is null
      and ${overlapping({ start: sql`${mentorships.periodStart}`, end: sql`${mentorships.periodEnd}` }, 'standing')})`;
  const confirmed = await store
    .update(mentorships)
    .set({
      state: 'confirmed',
      answeredAtSeconds: nowSeconds,
      confirmedAtSeconds: nowSeconds,
      lapsesAtSeconds: nowSeconds + REVIEW_DAYS * SECONDS_PER_DAY,
      namesMentee: sql`iif(${mentorships.mentee} = ${accountId}, ${namesMentee ? 1 : 0}, ${mentorships.namesMentee})`,
    })
    .where(and(askTo(id, accountId, desk), sql`not ${stands}`))
    .returning({ id: mentorships.id });
  if (confirmed.length > 0) return ok(null);
  const own = await ownMentorship(desk, accountId, id);
  if (!own.ok) return own;
  if (own.value.view === 'asked' && !own.value.isAsker)
    return refuse({ reason: 'mentoring_repeated' });
  return own.value.view === 'confirmed' ? ok(null) : refuse({ reason: 'mentorship_settled' });
}

/** Declines an ask. Whoever asked is told nothing: to them it stays open until it lapses. */
export async function declineAsk(
  desk: Desk,
  accountId: string,
  id: string,
): Promise<Result<null, Failure>> {
  const declined = await desk.store
    .update(mentorships)
    .set({ state: 'declined', answeredAtSeconds: desk.nowSeconds })
    .where(askTo(id, accountId, desk))
    .returning({ id: mentorships.id });
  if (declined.length > 0) return ok(null);
  const own = await ownMentorship(desk, accountId, id);
  if (!own.ok) return own;
  return own.value.view === 'declined' ? ok(null) : refuse({ reason: 'mentorship_settled' });
}
