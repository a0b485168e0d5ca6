import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * In which database of PUBLIC an issuer is, where there are several: the directory. Read in the first of them
 * alone. A row is written once, before anything of the issuer is, and never changed; who has none is in the
 * first. Written by the signer alone.
 */
export const issuerDatabases = sqliteTable('issuer_databases', {
  /** Its slug. */
  issuer: text().primaryKey(),
  /** 1 is bound as PUBLIC, 2 as PUBLIC_2, and so on. */
  database: integer('database_number').notNull(),
});
