import type { KeyAlgorithm, PublicJwk } from '@laurel/core/verification-key';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * Every public key there ever was. Rows are never deleted: what a retired key signed stays good.
 * Written by the signer alone.
 */
export const verificationKeys = sqliteTable(
  'verification_keys',
  {
    id: text().primaryKey(),
    /** The issuer's slug; empty for the root key of the service. */
    owner: text().notNull(),
    algorithm: text().$type<KeyAlgorithm>().notNull(),
    jwk: text({ mode: 'json' }).$type<PublicJwk>().notNull(),
    multibase: text(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
    retiredAtSeconds: integer('retired_at_seconds'),
    compromisedAtSeconds: integer('compromised_at_seconds'),
  },
  (table) => [
    index('verification_keys_by_owner').on(table.owner),
    index('verification_keys_by_multibase').on(table.multibase),
    // One key signs at a time, also when two calls make one at once.
    uniqueIndex('verification_keys_signing')
      .on(table.owner, table.algorithm)
      .where(sql`retired_at_seconds is null and compromised_at_seconds is null`),
  ],
);
