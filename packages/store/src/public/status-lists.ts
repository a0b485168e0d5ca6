import type { ListPurpose } from '@laurel/core/signed-document';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Bitstring status lists, each of one purpose. Written by the signer alone. */
export const statusLists = sqliteTable('status_lists', {
  id: text().primaryKey(),
  issuer: text().notNull(),
  purpose: text().$type<ListPurpose>().notNull().default('revocation'),
  /** Number of entries. */
  length: integer().notNull(),
  /** Entries drawn so far, decoys among them; a new list begins long before this nears the length. */
  drawn: integer().notNull(),
  /** The signed BitstringStatusListCredential, byte for byte as served. */
  document: text().notNull(),
  /** Changes to its entries so far, and days on which it was signed anew; how many of them the document shows. */
  changes: integer().notNull(),
  publishedChanges: integer('published_changes').notNull(),
  /** What stands of the document in the log, base64 of SHA-256; null of one from before there was a log. */
  logHash: text('log_hash'),
});

/**
 * The entries that were drawn. Decoys belong to no credential and are set at random times, so that
 * the number of set bits does not tell the number of revocations. Written by the signer alone.
 */
export const statusEntries = sqliteTable(
  'status_entries',
  {
    list: text().notNull(),
    index: integer('entry_index').notNull(),
    decoy: integer({ mode: 'boolean' }).notNull(),
    setAtSeconds: integer('set_at_seconds'),
  },
  (table) => [primaryKey({ columns: [table.list, table.index] })],
);
