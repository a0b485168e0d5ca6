import { collections } from '@laurel/store/public/collections';
import { and, eq, sql } from 'drizzle-orm';
import type { PublicDatabases } from './database.ts';
import type { VisibleCredential } from './visible-credential.ts';
import { assembled, inAll, visibleAmongIn, visibleStatements } from './visible-credentials.ts';

export type VisibleCollection = {
  readonly title: string;
  readonly words: string;
  /** In the holder's order: those whose links are on and that were not erased. Never empty. */
  readonly shown: readonly VisibleCredential[];
};

/**
 * A collection whose link is on, with all that verifies what it shows, in one round trip of seven
 * statements, and of six more to each further database of PUBLIC. Null alike for a hidden, an unknown and a malformed id, and where nothing in it is shown,
 * after the same statements.
 */
export async function findCollection(
  { first: db, each }: PublicDatabases,
  origin: string,
  id: string,
): Promise<VisibleCollection | null> {
  const visible = and(eq(collections.id, id), eq(collections.visible, true));
  const members = sql`(
    select member.value from collections, json_each(collections.members) member where ${visible})`;
  const [[row], ...answers] = await db.batch([
    db.select().from(collections).where(visible),
    ...visibleStatements(db, members),
  ]);
  const elsewhere = await inAll(each.slice(1), (other) =>
    visibleAmongIn(other, origin, row?.members ?? []),
  );
  if (row === undefined) return null;
  const found = new Map([...assembled(db, origin, answers), ...elsewhere]);
  const shown = row.members.flatMap((member) => {
    const one = found.get(member);
    return one === undefined || one.row.document === null ? [] : [one];
  });
  return shown.length === 0 ? null : { title: row.title, words: row.words, shown };
}
