import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Private keys, sealed with AES-GCM under a versioned key-encryption secret; owner and key id are the
 * associated data, so that a sealed key cannot be put in another's place. Written by the signer alone.
 */
export const sealedKeys = sqliteTable('sealed_keys', {
  keyId: text('key_id').primaryKey(),
  owner: text().notNull(),
  secretVersion: integer('secret_version').notNull(),
  /** base64url */
  nonce: text().notNull(),
  /** base64url */
  sealed: text().notNull(),
});
