import { LIVE_AWARD_STATES } from '@laurel/core/award';
import { columnsIn, insertedColumns, jsonRow } from '@laurel/store/insert-rows';
import { jsonChunks } from '@laurel/store/json-chunks';
import { awards } from '@laurel/store/private/desk';
import { type SQL, sql } from 'drizzle-orm';
import { termsAmong } from '../role-terms/held-terms.ts';

type NewAward = typeof awards.$inferInsert;

/** An award to be made, and of a role's the terms that it was judged by; null for every other. */
export type WantedAward = { readonly award: NewAward; readonly seenTerms: string | null };

/** As the indexes have it, so that they serve. */
const LIVE = sql.raw(LIVE_AWARD_STATES.map((state) => `'${state}'`).join(', '));

/**
 * Awards as rows to insert, for as many statements as their size asks for. No row where another one like it stands,
 * corrections among them, or where the award that it corrects has ended. What was superseded stands no more. An offer like
 * one that was declined, and that its issuer took back or corrects, is held back until that one would have lapsed: to the
 * issuer it is an offer like any other. A term of a role is a row where what it was judged by still stands. Two rows of
 * one statement do not see each other: the unique indexes part them, and the earlier one stays.
 */
export function awardsUnlessStanding(wanted: readonly WantedAward[]): readonly SQL[] {
  const rows = wanted.map(({ award, seenTerms }) => [...jsonRow(awards, award), seenTerms]);
  const seenAt = sql.raw(String(insertedColumns(awards).length));
  return jsonChunks(rows).map(
    (chunk) => sql`
    select ${INSERTED} from (
      select ${columnsIn(awards)}, value ->> ${seenAt} as seen_terms from json_each(${chunk})
    ) as fresh where not exists (
      select 1 from awards other
      where other.issuer = fresh.issuer and other.achievement_slug = fresh.achievement_slug
        and other.account_id = fresh.account_id and other.period_start = fresh.period_start
        and other.period_end = fresh.period_end and other.superseded_by is null
        and other.id <> fresh.corrects and other.state in (${LIVE})
    ) and (fresh.corrects = '' or exists (
      select 1 from awards corrected where corrected.id = fresh.corrects and corrected.state in (${LIVE})
    )) and (fresh.seen_terms is null or fresh.seen_terms = ${termsAmong(sql`fresh`)})
      and (fresh.term_exception is null or exists (select 1 from term_exceptions exception
        where exception.id = fresh.term_exception and exception.withdrawn_at_seconds is null))`,
  );
}

/**
 * The end of the time for which its holder has declined this before; 0 where they have not. A correction that
 * says something else than the one that was declined is none of the same. Found by the account, as the plus keeps
 * SQLite from reading all of the issuer's awards (SQLite, "Query Planning", Section 9.1).
 */
const HELD_BACK_UNTIL = sql`coalesce((
    select max(iif(other.decided_at_seconds is null, other.held_back_until_seconds, other.lapses_at_seconds))
    from awards other
    where other.account_id = fresh.account_id and +other.issuer = fresh.issuer
      and other.state in ('offered', 'declined', 'cancelled') and (other.id = fresh.corrects or (
        other.achievement_slug = fresh.achievement_slug and other.period_start = fresh.period_start
        and other.period_end = fresh.period_end and (fresh.corrects = '' or (other.corrects = fresh.corrects
          and other.hours is fresh.hours and other.language = fresh.language
          and other.evidence = fresh.evidence))))
  ), 0)`;

const INSERTED = sql.join(
  insertedColumns(awards).map(([, column]) =>
    column === awards.heldBackUntilSeconds
      ? HELD_BACK_UNTIL
      : sql`fresh.${sql.identifier(column.name)}`,
  ),
  sql`, `,
);
