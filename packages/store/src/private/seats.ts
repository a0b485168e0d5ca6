import { LIVE_AWARD_STATES } from '@laurel/core/award';
import type { Day } from '@laurel/core/day';
import { type SQL, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Issuers that have it shown to everybody which of their roles end soon. Written by the desk, read by the signer. */
export const seatFeeds = sqliteTable('seat_feeds', {
  issuer: text().primaryKey(),
  sinceSeconds: integer('since_seconds').notNull(),
});

const LIVE = sql.raw(LIVE_AWARD_STATES.map((state) => `'${state}'`).join(', '));

/**
 * The terms of roles that are planned to end from one day to another, as a table with `issuer`, `slug`, `month`
 * and `seats`: without those whose holder has the next term already, and of roles that are still awarded. The
 * planned end is signed; that somebody left before is nobody's to tell, and so does not count here, nor that they
 * declined the next term: until it would have lapsed they have it. It says that there
 * is an end, as the index does, and `+` leaves the next term to be looked up by its holder, who has few awards.
 */
export function endingTerms(from: Day, until: Day): SQL {
  return sql`(
    select ended.issuer as issuer, ended.achievement_slug as slug,
      substr(ended.period_end, 1, 7) as month, count(*) as seats
    from awards as ended
    join achievements as awarded on awarded.id = ended.achievement_id
    where ended.state = 'accepted' and ended.superseded_by is null
      and ended.suspended_at_seconds is null
      and ended.period_end <> '' and ended.period_end >= ${from} and ended.period_end <= ${until}
      and awarded.facts ->> '$.kind' = 'role'
      and exists (select 1 from achievements as present where present.issuer = ended.issuer
        and present.slug = ended.achievement_slug and present.current = 1)
      and not exists (select 1 from awards as next where next.account_id = ended.account_id
        and +next.issuer = ended.issuer and next.achievement_slug = ended.achievement_slug
        and next.state in (${LIVE}) and next.period_end > ended.period_end)
    group by 1, 2, 3)`;
}
