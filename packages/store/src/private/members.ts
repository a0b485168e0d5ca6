import type { Day } from '@laurel/core/day';
import type { Grant, TokenScope } from '@laurel/core/issuer';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What an account may do for an issuer. Every grant ends. Written by the desk. */
export const grants = sqliteTable(
  'grants',
  {
    issuer: text().notNull(),
    accountId: text('account_id').notNull(),
    grant: text().$type<Grant>().notNull(),
    endsAtSeconds: integer('ends_at_seconds').notNull(),
    /** The member or steward who gave or renewed it; empty where the deployment itself did. */
    grantedBy: text('granted_by').notNull().default(''),
    grantedAtSeconds: integer('granted_at_seconds').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.accountId, table.grant] }),
    index('grants_by_account').on(table.accountId),
  ],
);

/** Bearer tokens of the JSON API. Only their hashes are here (SHA-256, hex). Written by the desk. */
export const tokens = sqliteTable(
  'tokens',
  {
    hash: text().primaryKey(),
    /** What pages and the API call it by; the token itself is told once. */
    id: text().notNull().unique(),
    issuer: text().notNull(),
    name: text().notNull().default(''),
    scopes: text({ mode: 'json' }).$type<readonly TokenScope[]>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAtSeconds: integer('created_at_seconds').notNull().default(0),
    endsAtSeconds: integer('ends_at_seconds').notNull(),
    /** A day, UTC; null where it never was. */
    lastUsedOn: text('last_used_on').$type<Day>(),
  },
  (table) => [index('tokens_by_issuer').on(table.issuer)],
);
