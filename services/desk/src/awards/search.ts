import type { AwardSearch } from '@laurel/contracts/award-search';
import type { Achievement } from '@laurel/core/achievement';
import {
  AWARD_STATES,
  type AwardState,
  type AwardStateForIssuer,
  stateForIssuer,
} from '@laurel/core/award';
import { normaliseUsername } from '@laurel/core/username';
import { accounts, achievements, awards } from '@laurel/store/private/desk';
import { and, count, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

export type FoundAward = {
  readonly id: string;
  /** Null where Wikimedia does not show the name any more. */
  readonly username: string | null;
  readonly achievementSlug: string;
  /** As it was when it was awarded. */
  readonly achievement: Achievement;
  readonly batchId: string;
  readonly state: AwardStateForIssuer;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly suspendedAtSeconds: number | null;
  readonly supersededBy: string | null;
};

/**
 * One page of an issuer's awards, newest first, and how many match. Who declined counts as open. People
 * search by a part of a name; programs mean one person.
 */
export async function searchAwards(
  { store }: Desk,
  issuer: string,
  { username = '', achievement = '', state, page = 1 }: AwardSearch,
  { byPartOfName = false }: { readonly byPartOfName?: boolean } = {},
): Promise<{ readonly total: number; readonly awards: readonly FoundAward[] }> {
  const normalised = normaliseUsername(username);
  const name = normalised.ok ? normalised.value : username.trim();
  const matching = and(
    eq(awards.issuer, issuer),
    ...(username.trim() === ''
      ? []
      : [byPartOfName ? holds(accounts.username, name) : eq(accounts.username, name)]),
    ...(achievement === '' ? [] : [eq(awards.achievementSlug, achievement)]),
    ...(state === undefined ? [] : [inArray(awards.state, statesOf(state))]),
  );
  const [[all], rows] = await store.batch([
    store
      .select({ total: count() })
      .from(awards)
      .leftJoin(accounts, eq(accounts.id, awards.accountId))
      .where(matching),
    store
      .select({
        id: awards.id,
        username: accounts.username,
        achievementSlug: awards.achievementSlug,
        achievement: achievements.facts,
        batchId: awards.batchId,
        state: awards.state,
        periodStart: awards.periodStart,
        periodEnd: awards.periodEnd,
        suspendedAtSeconds: awards.suspendedAtSeconds,
        supersededBy: awards.supersededBy,
      })
      .from(awards)
      .innerJoin(achievements, eq(achievements.id, awards.achievementId))
      .leftJoin(accounts, eq(accounts.id, awards.accountId))
      .where(matching)
      .orderBy(desc(awards.offeredAtSeconds), desc(awards.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return {
    total: all?.total ?? 0,
    awards: rows.map((row) => ({ ...row, state: stateForIssuer(row.state) })),
  };
}

function statesOf(wanted: AwardStateForIssuer): AwardState[] {
  return AWARD_STATES.filter((state) => stateForIssuer(state) === wanted);
}

/**
 * Whether a name has a part in it, in any case: the database folds the case of ASCII alone, so that the
 * part is sought as it was typed, in small letters, in capitals, and with a capital for each word.
 */
function holds(column: SQLiteColumn, part: string) {
  const small = part.toLowerCase();
  const words = small.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
  const ways = new Set([part, small, part.toUpperCase(), words]);
  return or(...[...ways].map((way) => sql`instr(lower(${column}), lower(${way})) > 0`));
}
