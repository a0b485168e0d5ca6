import { type SQL, sql } from 'drizzle-orm';

/**
 * The condition on a row of `mentorships` that it has a day in common with a period. An empty end is one that is
 * not known: it goes on. `of` is what the row is called in the statement.
 */
export function overlapping(
  { start, end }: { readonly start: string | SQL; readonly end: string | SQL },
  of: 'mentorships' | 'standing' = 'mentorships',
): SQL {
  const column = (name: string) => sql.raw(`${of}.${name}`);
  return sql`((${column('period_end')} = '' or ${column('period_end')} >= ${start})
    and (${end} = '' or ${column('period_start')} <= ${end}))`;
}
