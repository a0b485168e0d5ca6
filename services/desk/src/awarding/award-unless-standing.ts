import { LIVE_AWARD_STATES } from '@laurel/core/award';
import { awards } from '@laurel/store/private/desk';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';

type NewAward = typeof awards.$inferInsert;

/** As the indexes have it, so that they serve. */
const LIVE = sql.raw(LIVE_AWARD_STATES.map((state) => `'${state}'`).join(', '));

/**
 * One award as a row to insert; no row where another one like it stands, corrections among them, or
 * where the award that it corrects has ended. What was superseded stands no more.
 */
export function awardUnlessStanding(award: NewAward): SQL {
  const { issuer, achievementSlug, accountId, periodStart, periodEnd, corrects = '' } = award;
  return sql`
    select ${valuesOf(award)} where not exists (
      select 1 from awards other
      where other.issuer = ${issuer} and other.achievement_slug = ${achievementSlug}
        and other.account_id = ${accountId} and other.period_start = ${periodStart}
        and other.period_end = ${periodEnd} and other.superseded_by is null
        and other.id <> ${corrects} and other.state in (${LIVE})
    ) and (${corrects} = '' or exists (
      select 1 from awards corrected where corrected.id = ${corrects} and corrected.state in (${LIVE})
    ))`;
}

/** In the order of the table's columns. */
function valuesOf(award: NewAward): SQL {
  const given = new Map<string, unknown>(Object.entries(award));
  return sql.join(
    Object.entries(getTableColumns(awards)).map(([name, column]) => {
      const value = given.get(name) ?? column.default ?? null;
      return value === null ? sql`null` : sql`${sql.param(value, column)}`;
    }),
    sql`, `,
  );
}
