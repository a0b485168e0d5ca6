import { type SQL, sql } from 'drizzle-orm';

/**
 * A JSON array of objects as a table with the columns `at`, what each has as `key`, and `value`, the object, to
 * update many rows by one statement.
 *
 * `limit -1` has SQLite materialise it and then find each row by its key (SQLite, "The Query Planner",
 * "Subquery Flattening"); without it every value is compared with every row of the table.
 */
export function valuesBy(key: string, json: string): SQL {
  return sql`(select value ->> ${key} as at, value from json_each(${json}) limit -1)`;
}
