import { waitingOf } from '@laurel/core/nomination';
import { accounts, achievements, mentorships } from '@laurel/store/private/desk';
import { and, asc, count, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

const mentees = alias(accounts, 'mentees');

/**
 * What a reviewer may know of: what both confirmed at the issuer and nobody took back, unless the reviewer is one
 * of the two. Of the mentee there is nothing but, where they wish that, their name.
 */
export function reviewable(
  { nowSeconds }: Pick<Desk, 'nowSeconds'>,
  { issuer, accountId }: Pick<Actor, 'issuer' | 'accountId'>,
) {
  return and(
    eq(mentorships.issuer, issuer),
    eq(mentorships.state, 'confirmed'),
    isNull(mentorships.takenBackBy),
    gt(mentorships.lapsesAtSeconds, nowSeconds),
    ne(mentorships.mentor, accountId),
    ne(mentorships.mentee, accountId),
  );
}

/** A statement that counts the mentorships that wait for this reviewer's answer. */
export function countingMentorships(desk: Desk, actor: Pick<Actor, 'issuer' | 'accountId'>) {
  return desk.store
    .select({ total: count().as('mentorships_waiting') })
    .from(mentorships)
    .where(reviewable(desk, actor));
}

/** One page of the queue, what was confirmed first at its top, and how long it is. */
export async function mentorshipQueue(desk: Desk, actor: Actor, page: number) {
  const entries = await selecting(desk)
    .where(reviewable(desk, actor))
    .orderBy(asc(mentorships.confirmedAtSeconds), asc(mentorships.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const [counted] = await countingMentorships(desk, actor);
  return {
    total: counted?.total ?? 0,
    entries: entries.map((entry) => ({
      ...entry,
      waiting: waitingOf(entry.confirmedAtSeconds ?? desk.nowSeconds, desk.nowSeconds),
    })),
  };
}

export type MentorshipEntry = Awaited<ReturnType<typeof mentorshipQueue>>['entries'][number];

/** What a reviewer is told of a mentorship. */
export function selecting({ store }: Desk) {
  return store
    .select({
      id: mentorships.id,
      username: accounts.username,
      /** Null unless the mentee wishes that reviewers know it. */
      mentee: sql<string | null>`iif(${mentorships.namesMentee}, mentees.username, null)`.as(
        'mentee_name',
      ),
      achievementSlug: mentorships.achievementSlug,
      achievement: achievements.facts,
      periodStart: mentorships.periodStart,
      periodEnd: mentorships.periodEnd,
      languages: mentorships.languages,
      themes: mentorships.themes,
      topics: mentorships.topics,
      hoursBand: mentorships.hoursBand,
      confirmedAtSeconds: mentorships.confirmedAtSeconds,
    })
    .from(mentorships)
    .leftJoin(accounts, eq(accounts.id, mentorships.mentor))
    .leftJoin(mentees, eq(mentees.id, mentorships.mentee))
    .leftJoin(
      achievements,
      and(
        eq(achievements.issuer, mentorships.issuer),
        eq(achievements.slug, mentorships.achievementSlug),
        eq(achievements.current, true),
      ),
    );
}
