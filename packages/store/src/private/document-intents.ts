import type { JsonObject } from '@laurel/core/json';
import type { DocumentForm, ListPurpose } from '@laurel/core/signed-document';
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IntentState } from './intents.ts';

/**
 * What test issuers had signed, or were about to: no signature is unknown to us. Of what was signed
 * nothing is kept but its digest. Written by the signer alone.
 */
export const documentIntents = sqliteTable(
  'document_intents',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    /** The name by which its status is set: the caller's, or the document's own id; null where it has neither. */
    credentialId: text('credential_id'),
    form: text().$type<DocumentForm>().notNull(),
    /** The unsigned document; null once released or abandoned, as it may hold a name. */
    document: text({ mode: 'json' }).$type<JsonObject>(),
    /** SHA-256 of what was released, hex. */
    digest: text(),
    ed25519KeyId: text('ed25519_key_id').notNull(),
    recordedAtSeconds: integer('recorded_at_seconds').notNull(),
    state: text().$type<IntentState>().notNull(),
  },
  (table) => [
    index('document_intents_by_credential').on(table.issuer, table.credentialId),
    index('document_intents_recorded').on(table.recordedAtSeconds).where(sql`state = 'recorded'`),
    check(
      'document_unless_ended',
      sql`(${table.state} = 'recorded') = (${table.document} is not null)`,
    ),
    check(
      'digest_once_released',
      sql`(${table.state} = 'released') = (${table.digest} is not null)`,
    ),
  ],
);

/** The entries of status lists that such documents name. Written by the signer alone. */
export const documentStatuses = sqliteTable(
  'document_statuses',
  {
    document: text().notNull(),
    purpose: text().$type<ListPurpose>().notNull(),
    list: text().notNull(),
    index: integer('entry_index').notNull(),
  },
  (table) => [primaryKey({ columns: [table.document, table.purpose] })],
);
