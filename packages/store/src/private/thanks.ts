import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A holder's word of thanks for an award, for its issuer's members alone. Written by the desk. */
export const thanks = sqliteTable(
  'thanks',
  {
    awardId: text('award_id').primaryKey(),
    issuer: text().notNull(),
    /** Empty once it was taken back: it is written once. */
    words: text().notNull(),
    /** When it was first written: it can be changed for some days from then. */
    writtenAtSeconds: integer('written_at_seconds').notNull(),
  },
  (table) => [index('thanks_by_issuer').on(table.issuer, table.writtenAtSeconds)],
);
