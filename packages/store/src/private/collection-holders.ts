import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Whose a collection is. Written before the collection stands in PUBLIC; a row without one there is what an
 * interruption left, and holds for the request that is sent again. Written by the signer.
 */
export const collectionHolders = sqliteTable(
  'collection_holders',
  {
    collectionId: text('collection_id').primaryKey(),
    accountId: text('account_id').notNull(),
    /** The same request gives the same collection. */
    requestKey: text('request_key').notNull().unique(),
  },
  (table) => [index('collection_holders_by_account').on(table.accountId)],
);
