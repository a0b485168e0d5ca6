import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who did what for an issuer, and when. Names no holder. Written by the desk. */
export const audit = sqliteTable(
  'audit',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    actor: text().notNull(),
    act: text().$type<'batch_created' | 'award_revoked' | 'award_cancelled'>().notNull(),
    subject: text().notNull(),
    atSeconds: integer('at_seconds').notNull(),
  },
  (table) => [index('audit_by_issuer').on(table.issuer, table.atSeconds)],
);
