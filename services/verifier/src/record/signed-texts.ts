import { credentials } from '@laurel/store/public/credentials';
import { firstFound, type PublicDatabases } from './database.ts';
import { shown } from './shown.ts';

/** What was signed of a credential, as it is kept. */
export type SignedTexts = Pick<
  typeof credentials.$inferSelect,
  'id' | 'document' | 'joseJwt' | 'rsaJwt' | 'state'
>;

/**
 * The signed texts of a credential, a learner record or an endorsement whose link is on, in one statement. Null alike
 * for hidden, unknown and malformed ids, after the same statement.
 */
export function findSignedTexts(
  databases: PublicDatabases,
  id: string,
): Promise<SignedTexts | null> {
  const { document, joseJwt, rsaJwt, state } = credentials;
  return firstFound(databases.ofId(id), async (db) => {
    const [row] = await db
      .select({ id: credentials.id, document, joseJwt, rsaJwt, state })
      .from(credentials)
      .where(shown(id));
    return row ?? null;
  });
}
