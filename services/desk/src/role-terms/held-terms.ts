import { LIVE_AWARD_STATES, type Period } from '@laurel/core/award';
import { inSet } from '@laurel/store/in-set';
import { awards } from '@laurel/store/private/desk';
import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** A role of an issuer, and the award that is being put right, if any: its term counts no more. */
export type RoleAsked = {
  readonly issuer: string;
  readonly achievementSlug: string;
  readonly corrects: string;
};

/** A term that somebody has, had, or is offered. Its end is the day on which it ended or is to end. */
export type HeldTerm = Period & { readonly awardId: string };

/**
 * The terms of people in a role, by their accounts. One that was declined counts like an open one until it would
 * have lapsed: otherwise its issuer could tell.
 */
export async function heldTerms(
  { store }: Desk,
  role: RoleAsked,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldTerm[]>> {
  const rows = await store
    .select({
      awardId: awards.id,
      accountId: awards.accountId,
      start: awards.periodStart,
      end: sql<string>`coalesce(${awards.termEndedOn}, ${awards.periodEnd})`,
    })
    .from(awards)
    .where(
      and(
        eq(awards.issuer, role.issuer),
        eq(awards.achievementSlug, role.achievementSlug),
        inArray(awards.accountId, inSet(accountIds)),
        inArray(awards.state, [...LIVE_AWARD_STATES]),
        isNull(awards.supersededBy),
        ne(awards.id, role.corrects),
        ne(awards.periodStart, ''),
      ),
    )
    .orderBy(awards.id);
  return Map.groupBy(rows, ({ accountId }) => accountId);
}

/** Terms as one text, to tell whether they are still what was judged by. */
export function seenTerms(held: readonly HeldTerm[]): string {
  return held.map(({ awardId, end }) => `${awardId}:${end}`).join(',');
}

const LIVE = sql.raw(LIVE_AWARD_STATES.map((state) => `'${state}'`).join(', '));

/**
 * The same text for a statement that awards, of the terms that somebody has in a role then: of two that are awarded at
 * once, one is judged again.
 *
 * @param wanted what the statement calls the award that it is to make.
 */
export function termsAmong(wanted: SQL): SQL {
  return sql`(select coalesce(group_concat(one, ','), '') from (
    select held.id || ':' || coalesce(held.term_ended_on, held.period_end) one from awards held
    where held.issuer = ${wanted}.issuer and held.achievement_slug = ${wanted}.achievement_slug
      and held.account_id = ${wanted}.account_id and held.state in (${LIVE}) and held.superseded_by is null
      and held.id <> ${wanted}.corrects and held.period_start <> '' order by held.id))`;
}
