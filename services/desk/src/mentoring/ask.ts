import type { Failure } from '@laurel/core/failure';
import {
  ASK_DAYS,
  DECLINE_DAYS,
  MAX_DECLINES,
  MAX_OPEN_ASKS,
  type Mentoring,
  type MentoringSide,
} from '@laurel/core/mentoring';
import { ok, type Result, refuse } from '@laurel/core/result';
import { mentorships } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import { keepNames } from '../account-names/keep-names.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import type { FoundAccount } from '../members/find-account.ts';
import { overlapping } from './overlapping.ts';

const SECONDS_PER_DAY = 86_400;

export type NewAsk = {
  readonly issuer: string;
  readonly achievementSlug: string;
  /** Which of the two asks. */
  readonly side: MentoringSide;
  readonly other: FoundAccount;
  /** Days; an empty end is one that is not known yet. */
  readonly period: { readonly start: string; readonly end: string };
  readonly mentoring: Mentoring;
  /** The language that whoever asks reads. */
  readonly language: string;
  /** Whether the issuer's reviewers may know the mentee's name; only the mentee can say so. */
  readonly namesMentee: boolean;
};

/**
 * Asks somebody to confirm that they mentor whoever asks, or are mentored by them; answers its id. What stands
 * in the way is judged by what whoever asks knows: an ask that was declined, or that the other one was never
 * shown, is as open to them as any. All conditions stand in one statement, so that of two at once one is taken,
 * and nothing tells a hidden answer from none.
 */
export async function askForMentoring(
  desk: Desk,
  asker: string,
  { issuer, achievementSlug, side, other, period, mentoring, language, namesMentee }: NewAsk,
): Promise<Result<string, Failure>> {
  if (other.id === asker) return refuse({ reason: 'self_mentoring' });
  const { store, nowSeconds } = desk;
  const id = freshId();
  const [mentor, mentee] = side === 'mentor' ? [asker, other.id] : [other.id, asker];
  const lapsesAtSeconds = nowSeconds + ASK_DAYS * SECONDS_PER_DAY;
  const isUnwanted = sql`exists (select 1 from muted_people where account_id = ${other.id} and muted = ${asker})
    or (select count(*) from mentorships where ${askedBetween(asker, other.id)} and state = 'declined'
      and answered_at_seconds > ${nowSeconds - DECLINE_DAYS * SECONDS_PER_DAY}) >= ${MAX_DECLINES}`;
  const same = sql`mentor = ${mentor} and mentee = ${mentee} and issuer = ${issuer}
    and achievement_slug = ${achievementSlug}`;
  const stands = sql`exists (select 1 from mentorships where ${same} and lapses_at_seconds > ${nowSeconds} and (
    (taken_back_by is null and (state = 'asked' or (asked_by = ${side} and state in ('withheld', 'declined'))))
    or (state = 'confirmed' and ${overlapping(period)}
      and (taken_back_by is null or taken_back_by not in (${side}, 'both')))))`;
  const [taken] = await store.batch([
    store
      .insert(mentorships)
      .select(
        sql`select ${id}, ${issuer}, ${achievementSlug}, ${mentor}, ${mentee}, ${side}, ${period.start},
          ${period.end}, ${JSON.stringify(mentoring.languages)}, ${JSON.stringify(mentoring.themes)},
          ${JSON.stringify(mentoring.topics)}, ${mentoring.hoursBand}, ${language},
          iif(${isUnwanted}, 'withheld', 'asked'), ${namesMentee && side === 'mentee' ? 1 : 0},
          ${nowSeconds}, ${lapsesAtSeconds}, null, null, null, null, null, null, null, null
        where not ${stands} and (select count(*) from mentorships where ${openAsksOf(asker, nowSeconds)})
          < ${MAX_OPEN_ASKS}`,
      )
      .returning({ id: mentorships.id }),
    // Both read a name; the row goes with the ask or is not written.
    ...keepNames(
      desk,
      [{ accountId: other.id, username: other.username }],
      sql`exists (select 1 from mentorships where id = ${id})`,
    ),
  ]);
  if (taken.length > 0) return ok(id);
  const [before] = await store
    .select({ id: mentorships.id })
    .from(mentorships)
    .where(stands)
    .limit(1);
  return before === undefined
    ? refuse({ reason: 'mentoring_asks_too_many', most: MAX_OPEN_ASKS })
    : refuse({ reason: 'mentoring_repeated' });
}

/** That the first account asked the second one, whichever of them mentors. */
function askedBetween(asker: string, asked: string) {
  return sql`((asked_by = 'mentor' and mentor = ${asker} and mentee = ${asked})
    or (asked_by = 'mentee' and mentee = ${asker} and mentor = ${asked}))`;
}

/** Asks of an account that are open as far as it knows. */
function openAsksOf(asker: string, nowSeconds: number) {
  return sql`((asked_by = 'mentor' and mentor = ${asker}) or (asked_by = 'mentee' and mentee = ${asker}))
    and state in ('asked', 'withheld', 'declined') and taken_back_by is null
    and lapses_at_seconds > ${nowSeconds}`;
}
