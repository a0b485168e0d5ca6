import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { achievementFacts } from '../achievement-facts.ts';

/**
 * One row per published version of an achievement. Its facts never change. Written by the signer alone.
 */
export const publishedAchievements = sqliteTable(
  'published_achievements',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    slug: text().notNull(),
    version: text().notNull(),
    facts: achievementFacts().notNull(),
    /** True of every version once the achievement is not awarded any more. */
    retired: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    uniqueIndex('published_achievements_by_version').on(table.issuer, table.slug, table.version),
  ],
);
