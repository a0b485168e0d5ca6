import type { Achievement } from '@laurel/core/achievement';
import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** An issuer's achievements, version by version; one is current. Written by the desk. */
export const achievements = sqliteTable(
  'achievements',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    slug: text().notNull(),
    version: text().notNull(),
    current: integer({ mode: 'boolean' }).notNull(),
    facts: text({ mode: 'json' }).$type<Achievement>().notNull(),
  },
  (table) => [
    uniqueIndex('achievements_by_version').on(table.issuer, table.slug, table.version),
    uniqueIndex('achievements_current').on(table.issuer, table.slug).where(sql`current = 1`),
  ],
);
