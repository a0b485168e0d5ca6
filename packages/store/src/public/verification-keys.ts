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
    /** The issuer's slug; empty for the root key of the service, `/log` for that of its log. */
    owner: text().notNull(),
    algorithm: text().$type<KeyAlgorithm>().notNull(),
    jwk: text({ mode: 'json' }).$type<PublicJwk>().notNull(),
    multibase: text(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
    /** Published, and signs nothing yet: copies of did.json that are kept somewhere must know it first. */
    waiting: integer({ mode: 'boolean' }).notNull().default(false),
    /** From when it signs, also while it waits for that; 0 where that is from its making. */
    signsFromSeconds: integer('signs_from_seconds').notNull().default(0),
    retiredAtSeconds: integer('retired_at_seconds'),
    /** Since when somebody else may have it, as far as is known; not when that was told. */
    compromisedAtSeconds: integer('compromised_at_seconds'),
  },
  (table) => [
    index('verification_keys_by_owner').on(table.owner),
    index('verification_keys_by_multibase').on(table.multibase),
    // One key signs at a time, also when two calls make one at once.
    uniqueIndex('verification_keys_signing')
      .on(table.owner, table.algorithm)
      .where(sql`waiting = 0 and retired_at_seconds is null and compromised_at_seconds is null`),
    // And one waits for its turn.
    uniqueIndex('verification_keys_waiting')
      .on(table.owner, table.algorithm)
      .where(sql`waiting = 1 and retired_at_seconds is null and compromised_at_seconds is null`),
  ],
);
