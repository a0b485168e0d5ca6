import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** For whom a holder made a credential: words for themselves, shown to nobody else. Written by the desk. */
export const credentialNotes = sqliteTable(
  'credential_notes',
  {
    credentialId: text('credential_id').primaryKey(),
    accountId: text('account_id').notNull(),
    note: text().notNull(),
  },
  (table) => [index('credential_notes_by_account').on(table.accountId)],
);
