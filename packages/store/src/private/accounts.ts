import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** People, by their global Wikimedia account id. The name is a label with a date. Written by the desk. */
export const accounts = sqliteTable('accounts', {
  id: text().primaryKey(),
  /** Null for an account that Wikimedia hides. */
  username: text(),
  usernameSeenAtSeconds: integer('username_seen_at_seconds').notNull(),
});
