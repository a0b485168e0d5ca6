import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Who helped at an event that an issuer imported: its organizers and facilitators, never its
 * participants. Kept to remind the issuer of whom it never thanked, for half a year. Written by the desk.
 */
export const eventVolunteers = sqliteTable(
  'event_volunteers',
  {
    issuer: text().notNull(),
    /** Where it was imported from, such as `campaign-event:42`. */
    event: text().notNull(),
    eventName: text('event_name').notNull(),
    accountId: text('account_id').notNull(),
    importedAtSeconds: integer('imported_at_seconds').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.event, table.accountId] }),
    index('event_volunteers_by_account').on(table.accountId),
    index('event_volunteers_ending').on(table.importedAtSeconds),
  ],
);
