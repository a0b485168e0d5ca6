import type { SignedArtefact } from '@laurel/core/signed-artefact';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Signatures by keys that were stolen later, of credentials that were signed anew since. Each stands in
 * the log from before the theft, so that a copy which bears it is still told from a forged one. Erased
 * with what they signed. Written by the signer alone.
 */
export const formerSignatures = sqliteTable(
  'former_signatures',
  {
    /** As it stands in the copy: a proof's value, or the last part of a JWT. */
    signature: text().primaryKey(),
    credential: text().notNull(),
    artefact: text().$type<SignedArtefact>().notNull(),
    keyId: text('key_id').notNull(),
    /** Its place in the log, and since when it has that. */
    logIndex: integer('log_index').notNull(),
    loggedAtSeconds: integer('logged_at_seconds').notNull(),
  },
  (table) => [index('former_signatures_by_credential').on(table.credential)],
);
