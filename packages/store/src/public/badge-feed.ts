import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Credentials that their holders have listed under their user name, for programs that show badges. Who
 * listed none has no row. Written by the signer alone.
 */
export const badgeFeed = sqliteTable(
  'badge_feed',
  {
    credentialId: text('credential_id').primaryKey(),
    /** As it was signed. */
    username: text().notNull(),
  },
  (table) => [index('badge_feed_by_username').on(table.username)],
);
