import { LIVE_AWARD_STATES } from '@laurel/core/award';
import { awards } from '@laurel/store/private/desk';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';

type NewAward = typeof awards.$inferInsert;

/** As the indexes have it, so that they serve. */
const LIVE = sql.raw(LIVE_AWARD_STATES.map((state) => `'${state}'`).join(', '));

/**
 * One award as a row to insert; no row where another one like it stands, corrections among them, or
 * where the award that it corrects has ended. What was superseded stands no more. An offer like one that was
 * declined, and that its issuer took back or corrects, is held back until that one would have lapsed: to the
 * issuer it is an offer like any other. With a condition of the caller’s own.
 */
export function awardUnlessStanding(award: NewAward, condition: SQL = sql`true`): SQL {
  const { issuer, achievementSlug, accountId, periodStart, periodEnd, corrects = '' } = award;
  return sql`
    select ${valuesOf(award, heldBackUntil(award))} where not exists (
      select 1 from awards other
      where other.issuer = ${issuer} and other.achievement_slug = ${achievementSlug}
        and other.account_id = ${accountId} and other.period_start = ${periodStart}
        and other.period_end = ${periodEnd} and other.superseded_by is null
        and other.id <> ${corrects} and other.state in (${LIVE})
    ) and (${corrects} = '' or exists (
      select 1 from awards corrected where corrected.id = ${corrects} and corrected.state in (${LIVE})
    )) and ${condition}`;
}

/**
 * The end of the time for which its holder has declined this before; 0 where they have not. A correction that
 * says something else than the one that was declined is none of the same.
 */
function heldBackUntil(award: NewAward): SQL {
  const { issuer, achievementSlug, accountId, periodStart, periodEnd, corrects = '' } = award;
  const evidence = sql.param(award.evidence, awards.evidence);
  return sql`coalesce((
    select max(iif(other.decided_at_seconds is null, other.held_back_until_seconds, other.lapses_at_seconds))
    from awards other
    where other.account_id = ${accountId} and other.issuer = ${issuer}
      and other.state in ('offered', 'declined', 'cancelled') and (other.id = ${corrects} or (
        other.achievement_slug = ${achievementSlug} and other.period_start = ${periodStart}
        and other.period_end = ${periodEnd} and (${corrects} = '' or (other.corrects = ${corrects}
          and other.hours is ${award.hours ?? null} and other.language = ${award.language}
          and other.evidence = ${evidence}))))
  ), 0)`;
}

/** In the order of the table's columns. */
function valuesOf(award: NewAward, heldBackUntilSeconds: SQL): SQL {
  const given = new Map<string, unknown>(Object.entries(award));
  return sql.join(
    Object.entries(getTableColumns(awards)).map(([name, column]) => {
      if (column === awards.heldBackUntilSeconds) return heldBackUntilSeconds;
      const value = given.get(name) ?? column.default ?? null;
      return value === null ? sql`null` : sql`${sql.param(value, column)}`;
    }),
    sql`, `,
  );
}
