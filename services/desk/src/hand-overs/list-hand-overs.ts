import type { Achievement } from '@laurel/core/achievement';
import {
  accounts,
  achievements,
  awards,
  handOverItems,
  handOvers,
} from '@laurel/store/private/desk';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';

/** A hand-over that was begun and not thanked yet, as members of the issuer see it. */
export type OpenHandOver = {
  readonly awardId: string;
  /** Null where Wikimedia does not show the name any more. */
  readonly username: string | null;
  readonly achievement: Achievement;
  /** Whether both sides say of each thing that it is handed over. */
  readonly whole: boolean;
};

/** How many are listed at most: those that were begun first. */
const MAX_LISTED = 100;

/** The hand-overs of an issuer that are under way, or wait to be thanked. */
export async function openHandOvers(
  { store }: Desk,
  { issuer }: Pick<Actor, 'issuer'>,
): Promise<readonly OpenHandOver[]> {
  const done = sql`${handOverItems.holderTickedAtSeconds} is not null
    and ${handOverItems.memberTickedAtSeconds} is not null`;
  return store
    .select({
      awardId: handOvers.awardId,
      username: accounts.username,
      achievement: achievements.facts,
      whole: sql`coalesce((select min(${done}) from ${handOverItems}
        where ${handOverItems.awardId} = ${handOvers.awardId}), 0)`.mapWith(Boolean),
    })
    .from(handOvers)
    .innerJoin(awards, eq(awards.id, handOvers.awardId))
    .innerJoin(achievements, eq(achievements.id, awards.achievementId))
    .leftJoin(accounts, eq(accounts.id, awards.accountId))
    .where(
      and(
        eq(handOvers.issuer, issuer),
        isNull(handOvers.thankedAtSeconds),
        eq(awards.state, 'accepted'),
        isNull(awards.supersededBy),
      ),
    )
    .orderBy(asc(handOvers.begunAtSeconds), handOvers.awardId)
    .limit(MAX_LISTED);
}
