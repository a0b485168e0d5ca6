import { type Waiting, waitingOf } from '@laurel/core/nomination';
import { accounts, achievements, nominations } from '@laurel/store/private/desk';
import { and, asc, count, eq, gt, min, ne, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

/**
 * What a reviewer may know of: the waiting nominations of the issuer, but for those about the reviewer.
 * Nobody learns that they were nominated before they are awarded.
 */
export function reviewable(
  { nowSeconds }: Pick<Desk, 'nowSeconds'>,
  { issuer, accountId }: Pick<Actor, 'issuer' | 'accountId'>,
) {
  return and(
    eq(nominations.issuer, issuer),
    eq(nominations.state, 'waiting'),
    gt(nominations.lapsesAtSeconds, nowSeconds),
    ne(nominations.nominee, accountId),
  );
}

/** A statement that counts the people and achievements that wait for this reviewer’s answer. */
export function countingQueue(desk: Desk, actor: Pick<Actor, 'issuer' | 'accountId'>) {
  return desk.store
    .select({ total: sql<number>`count(distinct nominee || ' ' || achievement_slug)` })
    .from(nominations)
    .where(reviewable(desk, actor));
}

/**
 * One page of the queue, oldest first, and how long it is. Nominations of the same person for the same
 * achievement are one entry, named by the id of the oldest.
 */
export async function listQueue(desk: Desk, actor: Actor, page: number) {
  const since = min(nominations.createdAtSeconds);
  const rows = await desk.store
    .select({
      // SQLite takes it from the row that `min` found (SQLite, “SELECT”, section 2.5).
      id: nominations.id,
      since,
      nominators: count(),
      isOwn: sql<number>`max(nominator = ${actor.accountId})`,
      username: accounts.username,
      achievementSlug: nominations.achievementSlug,
      achievement: achievements.facts,
    })
    .from(nominations)
    .leftJoin(accounts, eq(accounts.id, nominations.nominee))
    .leftJoin(
      achievements,
      and(
        eq(achievements.issuer, nominations.issuer),
        eq(achievements.slug, nominations.achievementSlug),
        eq(achievements.current, true),
      ),
    )
    .where(reviewable(desk, actor))
    .groupBy(nominations.nominee, nominations.achievementSlug)
    .orderBy(asc(since), asc(nominations.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const [counted] = await countingQueue(desk, actor);
  return {
    total: counted?.total ?? 0,
    entries: rows.map(({ since: first, isOwn, ...row }) => {
      const sinceSeconds = first ?? desk.nowSeconds;
      const waiting: Waiting = waitingOf(sinceSeconds, desk.nowSeconds);
      return { ...row, isOwn: isOwn === 1, sinceSeconds, waiting };
    }),
  };
}

export type QueueEntry = Awaited<ReturnType<typeof listQueue>>['entries'][number];
