import type { Achievement } from '@laurel/core/achievement';
import { accounts, achievements, awards, thanks } from '@laurel/store/private/desk';
import { and, count, desc, eq, ne } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

/** A word of thanks as members of the issuer see it. */
export type IssuersThanks = {
  readonly awardId: string;
  readonly words: string;
  readonly writtenAtSeconds: number;
  /** Null where Wikimedia does not show the name any more. */
  readonly username: string | null;
  readonly achievementSlug: string;
  /** As it was when it was awarded. */
  readonly achievement: Achievement;
};

/** One page of an issuer's thanks, the latest first. */
export async function listThanks(
  { store }: Desk,
  { issuer }: Pick<Actor, 'issuer'>,
  page: number,
): Promise<{ readonly total: number; readonly thanks: readonly IssuersThanks[] }> {
  const written = and(eq(thanks.issuer, issuer), ne(thanks.words, ''));
  const [[all], rows] = await store.batch([
    store.select({ total: count() }).from(thanks).where(written),
    store
      .select({
        awardId: thanks.awardId,
        words: thanks.words,
        writtenAtSeconds: thanks.writtenAtSeconds,
        username: accounts.username,
        achievementSlug: awards.achievementSlug,
        achievement: achievements.facts,
      })
      .from(thanks)
      .innerJoin(awards, eq(awards.id, thanks.awardId))
      .innerJoin(achievements, eq(achievements.id, awards.achievementId))
      .leftJoin(accounts, eq(accounts.id, awards.accountId))
      .where(written)
      .orderBy(desc(thanks.writtenAtSeconds), thanks.awardId)
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: all?.total ?? 0, thanks: rows };
}

/** The thanks for one award of the issuer; empty where there are none. */
export async function thanksFor(
  { store }: Desk,
  { issuer }: Pick<Actor, 'issuer'>,
  awardId: string,
): Promise<string> {
  const [found] = await store
    .select({ words: thanks.words })
    .from(thanks)
    .where(and(eq(thanks.awardId, awardId), eq(thanks.issuer, issuer)));
  return found?.words ?? '';
}
