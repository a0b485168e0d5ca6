import { sql } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { achievementFacts } from '../achievement-facts.ts';

/** An issuer's achievements, version by version; one is current. Written by the desk. */
export const achievements = sqliteTable(
  'achievements',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    slug: text().notNull(),
    version: text().notNull(),
    current: integer({ mode: 'boolean' }).notNull(),
    facts: achievementFacts().notNull(),
  },
  (table) => [
    uniqueIndex('achievements_by_version').on(table.issuer, table.slug, table.version),
    uniqueIndex('achievements_current').on(table.issuer, table.slug).where(sql`current = 1`),
  ],
);

/** What members of an issuer are writing; it becomes a version once it is published. Written by the desk. */
export const achievementDrafts = sqliteTable(
  'achievement_drafts',
  {
    issuer: text().notNull(),
    slug: text().notNull(),
    facts: achievementFacts().notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAtSeconds: integer('updated_at_seconds').notNull(),
    /** Grows with every change, so that two editors do not overwrite one another unseen. */
    revision: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.slug] })],
);
