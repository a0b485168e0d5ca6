import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * That a holder has a wallet fetch a credential: for some minutes, once. What the wallet shows is kept as
 * hashes (SHA-256, hex) alone. Written by the desk.
 */
export const walletOffers = sqliteTable(
  'wallet_offers',
  {
    /** Of the pre-authorized code. */
    codeHash: text('code_hash').primaryKey(),
    accountId: text('account_id').notNull(),
    /** One offer at a time: a newer one takes its place. */
    credentialId: text('credential_id').notNull().unique(),
    /** Of the pre-authorized code and the six digits that the holder types. */
    digitsHash: text('digits_hash').notNull(),
    /** How often digits were tried. */
    tries: integer().notNull(),
    endsAtSeconds: integer('ends_at_seconds').notNull(),
    /** Of the access token; null until the code was used. */
    tokenHash: text('token_hash').unique(),
  },
  (table) => [
    index('wallet_offers_of_account').on(table.accountId),
    index('wallet_offers_ending').on(table.endsAtSeconds),
  ],
);
