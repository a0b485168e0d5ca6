import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Whose offers somebody does not want to see. To the issuer they look open, like any that nobody answered.
 * Written by the desk.
 */
export const mutedIssuers = sqliteTable(
  'muted_issuers',
  {
    accountId: text('account_id').notNull(),
    issuer: text().notNull(),
    sinceSeconds: integer('since_seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.issuer] })],
);
