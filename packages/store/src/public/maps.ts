import type { AchievementMap } from '@laurel/core/achievement-map';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The maps of achievements that issuers show. Nothing of any person. Written by the signer alone. */
export const publishedMaps = sqliteTable(
  'published_maps',
  {
    issuer: text().notNull(),
    slug: text().notNull(),
    content: text({ mode: 'json' }).$type<AchievementMap>().notNull(),
    /** Its issuer keeps it up no more. */
    retired: integer({ mode: 'boolean' }).notNull(),
    /** What is written of an older edition does not take the place of a newer one. */
    edition: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.slug] })],
);
