import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';

export type PublicDatabase = DrizzleD1Database;

/** PUBLIC, for reading. The signer alone writes to it. */
export function publicDatabase(binding: D1Database): PublicDatabase {
  return drizzle(binding);
}
