import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * How many offers ended without being accepted: all that stays of them, whether nobody answered or somebody
 * declined. Written by the desk.
 */
export const lapsedCounts = sqliteTable(
  'lapsed_counts',
  {
    issuer: text().notNull(),
    achievementId: text('achievement_id').notNull(),
    /** `YYYY-MM`, UTC, in which they were offered. */
    month: text().notNull(),
    /** Offers. */
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.achievementId, table.month] })],
);
