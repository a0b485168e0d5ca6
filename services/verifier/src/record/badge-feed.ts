import { signedFacts } from '@laurel/core/signed-facts';
import { badgeFeed } from '@laurel/store/public/badge-feed';
import { credentials } from '@laurel/store/public/credentials';
import { and, desc, eq } from 'drizzle-orm';
import type { PublicDatabase, PublicDatabases } from './database.ts';

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
 * What the account of this name has listed and still shows, newest first. One statement to each database, whether
 * there is such an account or not.
 */
export async function findListedBadges(
  { each }: PublicDatabases,
  username: string,
): Promise<readonly ListedBadge[]> {
  const rows = (await Promise.all(each.map((db) => listedIn(db, username)))).flat();
  rows.sort((one, other) => inOrder(other.validFrom, one.validFrom) || inOrder(one.id, other.id));
  return rows.slice(0, MAX_LISTED).flatMap(({ document, ...row }) => {
    if (document === null) return [];
    const { achievementName, achievementDescription } = signedFacts(JSON.parse(document));
    return [{ ...row, name: achievementName, description: achievementDescription }];
  });
}

function inOrder(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

function listedIn(db: PublicDatabase, username: string) {
  const { id, document, validFrom, visible, state, disclosure } = credentials;
  return db
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
}
