import { type SQL, sql } from 'drizzle-orm';

/**
 * A set of values as one bound parameter, for `inArray(column, inSet(values))`: D1 takes at most 100
 * parameters in a statement (Cloudflare D1, "Limits").
 */
export function inSet(values: readonly (string | number)[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(values)}))`;
}
