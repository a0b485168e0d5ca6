import type { Grant, TokenScope } from '@laurel/core/issuer';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What an account may do for an issuer. Every grant ends. Written by the desk. */
export const grants = sqliteTable(
  'grants',
  {
    issuer: text().notNull(),
    accountId: text('account_id').notNull(),
    grant: text().$type<Grant>().notNull(),
    endsAtSeconds: integer('ends_at_seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.accountId, table.grant] })],
);

/** Bearer tokens of the JSON API. Only their hashes are here (SHA-256, hex). Written by the desk. */
export const tokens = sqliteTable('tokens', {
  hash: text().primaryKey(),
  issuer: text().notNull(),
  scopes: text({ mode: 'json' }).$type<readonly TokenScope[]>().notNull(),
  createdBy: text('created_by').notNull(),
  endsAtSeconds: integer('ends_at_seconds').notNull(),
});
