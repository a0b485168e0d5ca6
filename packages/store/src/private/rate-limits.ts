import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How often somebody asked within the present window. Written by the desk. */
export const rateLimits = sqliteTable(
  'rate_limits',
  {
    /** What is limited and for whom: a name of ours, and an account id or a token's id. */
    key: text().primaryKey(),
    windowEndsAtSeconds: integer('window_ends_at_seconds').notNull(),
    used: integer().notNull(),
  },
  (table) => [index('rate_limits_ending').on(table.windowEndsAtSeconds)],
);
