import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * How many accepted awards of people who had themselves erased there were: what an issuer's figures still
 * count, and nothing that leads to anybody. Written by the desk.
 */
export const erasedCounts = sqliteTable(
  'erased_counts',
  {
    issuer: text().notNull(),
    achievementId: text('achievement_id').notNull(),
    language: text().notNull(),
    /** `YYYY-MM`, UTC, in which they were offered. */
    month: text().notNull(),
    /** Awards. */
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.achievementId, table.language, table.month] }),
  ],
);
