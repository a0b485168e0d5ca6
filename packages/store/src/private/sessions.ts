import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Signed-in browsers. Only hashes of their tokens are here (SHA-256, hex). Written by the desk. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    /** The token before the last rotation, good for a minute: two pages may load at once. */
    previousTokenHash: text('previous_token_hash').unique(),
    rotatedAtSeconds: integer('rotated_at_seconds').notNull(),
    /** Moved on with use, never beyond `endsAtSeconds`. */
    idleUntilSeconds: integer('idle_until_seconds').notNull(),
    endsAtSeconds: integer('ends_at_seconds').notNull(),
  },
  (table) => [
    index('sessions_by_account').on(table.accountId),
    index('sessions_ending').on(table.idleUntilSeconds),
  ],
);

/** Logins under way, between leaving for Wikimedia and coming back. Written by the desk. */
export const logins = sqliteTable(
  'logins',
  {
    stateHash: text('state_hash').primaryKey(),
    codeVerifier: text('code_verifier').notNull(),
    returnPath: text('return_path').notNull(),
    endsAtSeconds: integer('ends_at_seconds').notNull(),
  },
  (table) => [index('logins_ending').on(table.endsAtSeconds)],
);
