import type { AchievementMap, MapState } from '@laurel/core/achievement-map';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The maps of achievements that issuers draw. Written by the desk. */
export const maps = sqliteTable(
  'maps',
  {
    issuer: text().notNull(),
    slug: text().notNull(),
    /** What members are drawing; the same as `published` while nothing is being changed. */
    draft: text({ mode: 'json' }).$type<AchievementMap>().notNull(),
    /** What others read; null until it was published once. */
    published: text({ mode: 'json' }).$type<AchievementMap>(),
    state: text().$type<MapState>().notNull(),
    /** Grows with every change of the draft, so that two editors do not overwrite one another unseen. */
    revision: integer().notNull(),
    /** Grows whenever what others read changes, so that in PUBLIC the last word is what stands. */
    edition: integer().notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAtSeconds: integer('updated_at_seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.slug] })],
);

/** Who told an issuer that they have walked one of its maps, also by steps of others. Written by the desk. */
export const mapWalks = sqliteTable(
  'map_walks',
  {
    /** For the issuer's reviewers, in the place of the account's id. */
    id: text().notNull().unique(),
    accountId: text('account_id').notNull(),
    issuer: text().notNull(),
    mapSlug: text('map_slug').notNull(),
    toldAtSeconds: integer('told_at_seconds').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.issuer, table.mapSlug] }),
    index('map_walks_by_map').on(table.issuer, table.mapSlug),
  ],
);
