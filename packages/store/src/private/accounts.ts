import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** People, by their global Wikimedia account id. The name is a label with a date. Written by the desk. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text().primaryKey(),
    /** Null for an account that Wikimedia hides, that has vanished, or whose name somebody else bears now. */
    username: text(),
    /** When Wikimedia last said so; 0 where it is to be asked as soon as may be. */
    usernameSeenAtSeconds: integer('username_seen_at_seconds').notNull(),
    /** Since when Wikimedia says that there is none; null once it was said twice, or was not so. */
    missingSinceSeconds: integer('missing_since_seconds'),
  },
  (table) => [
    index('accounts_by_username').on(table.username),
    index('accounts_by_name_seen').on(table.usernameSeenAtSeconds),
  ],
);
