import { type SQL, sql } from 'drizzle-orm';

/**
 * The awards that count, each once, and how many there were of people who had themselves erased. Those
 * count as one person together: nothing tells whether they were more, and to hide more harms nobody.
 * As `counted`, with `person` and `awarder`, which are empty where they are not known any more.
 */
export function countedAwards(issuer: string, year: number): SQL {
  const [from, before] = [startOf(year), startOf(year + 1)];
  return sql`(
    select account_id as person, achievement_id, language, awarded_by as awarder,
      strftime('%Y-%m', offered_at_seconds, 'unixepoch') as month, 1 as number
    from awards where issuer = ${issuer} and state = 'accepted' and superseded_by is null
      and offered_at_seconds >= ${from} and offered_at_seconds < ${before}
    union all
    select '', achievement_id, language, '', month, count
    from erased_counts where issuer = ${issuer} and substr(month, 1, 4) = ${String(year)}
  ) as counted`;
}

/** Whether the issuer recognised a `person` before a year or in it alone. */
export type HolderGroup = 'new' | 'returning';

export const HOLDER_GROUPS: readonly HolderGroup[] = ['new', 'returning'];

/** The group of a counted person. */
export function holderGroup(issuer: string, year: number): SQL {
  return sql`case when exists (select 1 from awards as earlier
    where earlier.account_id = person and earlier.issuer = ${issuer}
      and earlier.state = 'accepted' and earlier.offered_at_seconds < ${startOf(year)})
    then 'returning' else 'new' end`;
}

/** Who awarded: the member who awarded the most, or somebody else. */
export type AwarderGroup = 'one' | 'others';

/** The group of a counted award. */
export function awarderGroup(counted: SQL): SQL {
  return sql`case when awarder = (select awarder from ${counted} where awarder <> ''
    group by 1 order by sum(number) desc, 1 limit 1) then 'one' else 'others' end`;
}

function startOf(year: number): number {
  return Date.UTC(year, 0) / 1000;
}
