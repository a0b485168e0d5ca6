import { eq } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { issuerDatabases } from '../public/issuer-databases.ts';
import { FIRST } from './public-bindings.ts';

/** What this isolate has read: an issuer never moves, and there are no more of them than stewards have let in. */
const known = new Map<string, number>();

/**
 * The number of the database in which an issuer is; the first for whoever is in no directory, the service itself
 * among them. Without a question where there is but one database.
 *
 * @param stores of all databases.
 */
export async function homeOfIssuer(
  stores: readonly DrizzleD1Database[],
  slug: string,
): Promise<number> {
  const [first, ...further] = stores;
  if (first === undefined || further.length === 0) return FIRST;
  const before = known.get(slug);
  if (before !== undefined) return before;
  const [row] = await first.select().from(issuerDatabases).where(eq(issuerDatabases.issuer, slug));
  if (row === undefined) return FIRST;
  known.set(slug, row.database);
  return row.database;
}
