import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The dates of the keys of an issuer, or of the service and its log (with an empty issuer), signed by the
 * root key of the service. Written by the signer alone.
 */
export const keyHistories = sqliteTable('key_histories', {
  issuer: text().primaryKey(),
  /** The signed JSON document, byte for byte as served. */
  document: text().notNull(),
  signedAtSeconds: integer('signed_at_seconds').notNull(),
  /** Grows with each change, so that of two changes at once the second sees the first. */
  revision: integer().notNull().default(0),
  /** What stands of it in the log, base64 of SHA-256; null of one from before there was a log. */
  logHash: text('log_hash'),
});
