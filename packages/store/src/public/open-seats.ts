import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Issuers that tell everybody which of their roles end soon. Written by the signer alone. */
export const shownSeatFeeds = sqliteTable('seat_feeds', {
  issuer: text().primaryKey(),
  sinceSeconds: integer('since_seconds').notNull(),
});

/** Terms of their roles that end soon, and nobody's name with them. Written by the signer alone. */
export const openSeats = sqliteTable(
  'open_seats',
  {
    issuer: text().notNull(),
    /** Of the achievement. */
    slug: text().notNull(),
    /** `YYYY-MM`. */
    month: text().notNull(),
    seats: integer().notNull(),
    changedAtSeconds: integer('changed_at_seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.slug, table.month] })],
);
