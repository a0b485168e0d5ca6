import type { LanguageMap } from '@laurel/core/language';
import { type SQL, sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';

/**
 * Members who offered to be named on an issuer's certificates, with the texts that they chose. Nothing of
 * it is public before something is signed. Written by the desk, read by the signer.
 */
export const signatories = sqliteTable(
  'signatories',
  {
    /** Drawn anew with every change of the texts: who puts somebody on puts on what they have read. */
    id: text().primaryKey(),
    issuer: text().notNull(),
    accountId: text('account_id').notNull(),
    names: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
    /** Empty for who names no office. */
    offices: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
    /** Among those who sign, the lower the earlier; null for who only offered to. */
    place: integer(),
    offeredAtSeconds: integer('offered_at_seconds').notNull(),
  },
  (table) => [
    unique('signatories_by_account').on(table.issuer, table.accountId),
    index('signatories_of_account').on(table.accountId),
  ],
);

/**
 * True for a row of `signatories` (or of that table under the name `other`) whose account may still be
 * named: it has a grant of the issuer that has not ended, and Wikimedia does not hide it, as far as it was asked.
 */
export function mayBeNamed(row: 'signatories' | 'other', nowSeconds: number): SQL {
  const of = sql.raw(row);
  return sql`(exists (select 1 from grants where grants.issuer = ${of}.issuer
      and grants.account_id = ${of}.account_id and grants.ends_at_seconds > ${nowSeconds})
    and exists (select 1 from accounts where accounts.id = ${of}.account_id
      and (accounts.username is not null or accounts.username_seen_at_seconds = 0)))`;
}
