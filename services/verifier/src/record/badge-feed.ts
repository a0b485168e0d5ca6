import { signedFacts } from '@laurel/core/signed-facts';
import { badgeFeed } from '@laurel/store/public/badge-feed';
import { credentials } from '@laurel/store/public/credentials';
import { and, desc, eq } from 'drizzle-orm';
import type { PublicDatabase } from './database.ts';

/** A credential as it is listed under a user name. */
export type ListedBadge = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** An XML Schema dateTime. */
  readonly validFrom: string;
};

/** More than anybody has; a list without an end would be work for whoever asks. */
const MAX_LISTED = 500;

/**
 * What the account of this name has listed and still shows, newest first. One statement, whether there
 * is such an account or not.
 */
export async function findListedBadges(
  db: PublicDatabase,
  username: string,
): Promise<readonly ListedBadge[]> {
  const { id, document, validFrom, visible, state, disclosure } = credentials;
  const rows = await db
    .select({ id, document, validFrom })
    .from(badgeFeed)
    .innerJoin(credentials, eq(id, badgeFeed.credentialId))
    .where(
      and(
        eq(badgeFeed.username, username),
        eq(visible, true),
        eq(state, 'active'),
        eq(disclosure, 'account'),
      ),
    )
    .orderBy(desc(validFrom), id)
    .limit(MAX_LISTED);
  return rows.flatMap(({ document, ...row }) => {
    if (document === null) return [];
    const { achievementName, achievementDescription } = signedFacts(JSON.parse(document));
    return [{ ...row, name: achievementName, description: achievementDescription }];
  });
}
