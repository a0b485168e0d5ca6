import type { Day } from '@laurel/core/day';
import { dayOf } from '@laurel/core/day';
import type { ShareOutState } from '@laurel/core/share-out';
import { accounts, awards, shareOuts } from '@laurel/store/private/desk';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';

/** The most that is listed at once; the oldest of each kind. */
const MOST = 500;

/** A promise to an issuer, as its members see it. */
export type PromisedShareOut = {
  readonly awardId: string;
  readonly accountId: string;
  /** Null where Wikimedia does not show the name any more. */
  readonly username: string | null;
  /** What it was promised with, and what recognises it, by their slugs. */
  readonly promisedWith: string;
  readonly achievement: string;
  readonly until: Day;
  readonly state: ShareOutState;
  readonly isPast: boolean;
  /** Null until it was given. */
  readonly url: string | null;
  readonly language: string | null;
  readonly givenAtSeconds: number | null;
  /** Whether it is the member’s own, of which they decide nothing. */
  readonly isOwn: boolean;
};

/** What was promised to an issuer with awards that stand: what waits first, then by its day. */
export async function listShareOuts(
  { store, nowSeconds }: Desk,
  actor: Actor,
): Promise<readonly PromisedShareOut[]> {
  const rows = await store
    .select({
      awardId: shareOuts.awardId,
      accountId: shareOuts.accountId,
      username: accounts.username,
      promisedWith: awards.achievementSlug,
      achievement: shareOuts.achievementSlug,
      until: shareOuts.until,
      state: shareOuts.state,
      url: shareOuts.url,
      language: shareOuts.language,
      givenAtSeconds: shareOuts.givenAtSeconds,
    })
    .from(shareOuts)
    .innerJoin(awards, eq(awards.id, shareOuts.awardId))
    .leftJoin(accounts, eq(accounts.id, shareOuts.accountId))
    .where(
      and(
        eq(shareOuts.issuer, actor.issuer),
        eq(awards.state, 'accepted'),
        isNull(awards.supersededBy),
      ),
    )
    .orderBy(
      sql`case ${shareOuts.state} when 'given' then 0 when 'open' then 1 else 2 end`,
      asc(shareOuts.until),
      shareOuts.awardId,
    )
    .limit(MOST);
  const today = dayOf(nowSeconds);
  return rows.map((row) => ({
    ...row,
    isPast: row.state !== 'done' && row.until < today,
    isOwn: row.accountId === actor.accountId,
  }));
}
