import type { Achievement } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import { type RoleTerm, termOn } from '@laurel/core/role-term';
import { accounts, achievements, awards, RUNNING_TERM } from '@laurel/store/private/desk';
import { roleTermOf } from '@laurel/store/private/role-term-of';
import { and, asc, count, eq, gte, isNull } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

/** A term that runs or is to begin, as members of the issuer see it. */
export type RunningTerm = {
  readonly awardId: string;
  readonly achievementSlug: string;
  readonly achievement: Achievement;
  /** Null where Wikimedia does not show the name any more. */
  readonly username: string | null;
  readonly number: number;
  readonly term: RoleTerm;
  /** True where it needed an exception. */
  readonly excepted: boolean;
};

/** The condition that the term of an award runs, or is to begin. */
export function isRunning(today: string) {
  return and(RUNNING_TERM, isNull(awards.supersededBy), gte(awards.periodEnd, today));
}

/** One page of the terms of an issuer that run or are to begin, those that end first before the others. */
export async function listTerms(
  { store, nowSeconds }: Desk,
  { issuer }: Pick<Actor, 'issuer'>,
  page: number,
): Promise<{ readonly total: number; readonly terms: readonly RunningTerm[] }> {
  const today = dayOf(nowSeconds);
  const running = and(eq(awards.issuer, issuer), isRunning(today));
  const [[all], rows] = await store.batch([
    store.select({ total: count() }).from(awards).where(running),
    store
      .select({ award: awards, achievement: achievements.facts, username: accounts.username })
      .from(awards)
      .innerJoin(achievements, eq(achievements.id, awards.achievementId))
      .leftJoin(accounts, eq(accounts.id, awards.accountId))
      .where(running)
      .orderBy(asc(awards.periodEnd), awards.id)
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  const terms = rows.flatMap(({ award, achievement, username }): RunningTerm[] => {
    const term = roleTermOf(award, achievement);
    if (term === null) return [];
    const { id: awardId, achievementSlug } = award;
    const number = award.termNumber ?? 1;
    const excepted = award.termException !== null;
    return [
      {
        awardId,
        achievementSlug,
        achievement,
        username,
        number,
        term: termOn(term, today),
        excepted,
      },
    ];
  });
  return { total: all?.total ?? 0, terms };
}
