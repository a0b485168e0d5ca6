import { type SQL, sql } from 'drizzle-orm';

/**
 * Values for rows of a list as a table with the columns `at`, the row's number, and `value`, a JSON
 * object, to update many rows by one statement.
 *
 * `limit -1` has SQLite materialise it and then find each row by its key (SQLite, "The Query Planner",
 * "Subquery Flattening"); without it every value is compared with every row of the list.
 */
export function valuesOfRows(values: readonly { readonly row: number }[]): SQL {
  return sql`(select value ->> 'row' as at, value from json_each(${JSON.stringify(values)}) limit -1)`;
}
