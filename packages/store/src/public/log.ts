import type { SignedArtefact } from '@laurel/core/signed-artefact';
import type { EntryKind } from '@laurel/log/entry';
import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What is going to stand in the log: written in one transaction with what it is about, taken away in one
 * with its entry. Written by the signer alone.
 */
export const logPending = sqliteTable('log_pending', {
  id: integer().primaryKey(),
  kind: text().$type<EntryKind>().notNull(),
  /** base64 of SHA-256. */
  hash: text().notNull().unique(),
});

/** The entries of the transparency log; none is ever changed or taken away. Written by the signer alone. */
export const logEntries = sqliteTable('log_entries', {
  /** Counted from 0 without a gap: of two writers at once one finds its place taken. */
  index: integer('entry_index').primaryKey(),
  kind: text().$type<EntryKind>().notNull(),
  loggedAtSeconds: integer('logged_at_seconds').notNull(),
  /** base64 of SHA-256. */
  hash: text().notNull().unique(),
});

/** The hash of every complete subtree of the log, from its leaves (level 0) up. Written by the signer alone. */
export const logSubtrees = sqliteTable(
  'log_subtrees',
  {
    level: integer().notNull(),
    position: integer().notNull(),
    /** base64 of SHA-256. */
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.position] })],
);

/** Every tree head there was, written in one transaction with its last entries. Written by the signer alone. */
export const logCheckpoints = sqliteTable('log_checkpoints', {
  /** Entries. */
  size: integer().primaryKey(),
  /** base64 of SHA-256. */
  root: text().notNull(),
  madeAtSeconds: integer('made_at_seconds').notNull(),
  /** The signed note; null until it is signed, which is after it stands here. */
  note: text(),
});

/**
 * What leads from a signed artefact to its entry. Erased when its credential is withdrawn: then nothing tells
 * which entry it was. Never served for a hidden credential. Written by the signer alone.
 */
export const logSalts = sqliteTable(
  'log_salts',
  {
    credential: text().notNull(),
    /** The value of the proof, or the third part of the JWT: what tells one signed text from another. */
    signature: text().notNull(),
    artefact: text().$type<SignedArtefact>().notNull(),
    /** base64 of 32 random bytes. */
    salt: text().notNull(),
    /** base64 of SHA-256 over the salt and the text. */
    hash: text().notNull().unique(),
  },
  (table) => [
    primaryKey({ columns: [table.credential, table.signature] }),
    check('salt_is_whole', sql`length(${table.salt}) = 44`),
  ],
);
