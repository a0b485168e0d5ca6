import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * That somebody who was shown a credential asks whether its holder is there: for some minutes, and seen by
 * the browser that asked alone. Written by the desk.
 */
export const confirmations = sqliteTable(
  'confirmations',
  {
    /** Of the asking browser's token (SHA-256, hex). */
    browserHash: text('browser_hash').notNull(),
    /** As it was asked for: nobody looked whether there is such a credential. */
    credentialId: text('credential_id').notNull(),
    /** What the holder's form names it by. */
    id: text().notNull().unique(),
    /** Six digits. */
    code: text().notNull(),
    /** Who asks, in their own words; empty where they said nothing. */
    askedBy: text('asked_by').notNull(),
    endsAtSeconds: integer('ends_at_seconds').notNull(),
    /** Null until its holder entered the code. */
    confirmedAtSeconds: integer('confirmed_at_seconds'),
    /** Whose link must still be on for the answer to be seen. */
    confirmedBy: text('confirmed_by'),
  },
  (table) => [
    primaryKey({ columns: [table.browserHash, table.credentialId] }),
    index('confirmations_by_code').on(table.code),
    index('confirmations_ending').on(table.endsAtSeconds),
  ],
);
