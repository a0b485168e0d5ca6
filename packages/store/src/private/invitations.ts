import type { LanguageMap } from '@laurel/core/language';
import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What an issuer invites to next, once an achievement of theirs is accepted. Written by the desk. */
export const invitations = sqliteTable(
  'invitations',
  {
    issuer: text().notNull(),
    achievementSlug: text('achievement_slug').notNull(),
    texts: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
    /** An address on Wikimedia's domains; null where it leads to an achievement, or nowhere. */
    url: text(),
    /** The slug of another achievement of the issuer; null where it leads elsewhere, or nowhere. */
    leadsTo: text('leads_to'),
    updatedBy: text('updated_by').notNull(),
    updatedAtSeconds: integer('updated_at_seconds').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.achievementSlug] }),
    check('one_way_at_most', sql`${table.url} is null or ${table.leadsTo} is null`),
  ],
);
