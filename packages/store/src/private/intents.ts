import type { JsonObject } from '@laurel/core/json';
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** `recorded` before the key is used; then `released` to the public, or `abandoned`. */
export type IntentState = 'recorded' | 'released' | 'abandoned';

/**
 * What was about to be signed, with ids and times frozen: no signature is unknown to us. Also the
 * only way from a credential to its award. Written by the signer alone.
 */
export const intents = sqliteTable(
  'intents',
  {
    credentialId: text('credential_id').primaryKey(),
    /** The caller's: the same request gives the same credential. */
    requestKey: text('request_key').notNull().unique(),
    /** Digest of the request, to tell a repeat from another request under the same key. */
    requestHash: text('request_hash').notNull(),
    /** Empty of learner records and endorsements, which are made from no award of their own. */
    awardId: text('award_id').notNull(),
    /** The account that a learner record is of; null of what was made from an award. */
    recordHolder: text('record_holder'),
    /** The endorsement that was signed; null of anything else. */
    endorsement: text(),
    issuer: text().notNull(),
    achievementId: text('achievement_id').notNull(),
    language: text().notNull(),
    disclosure: text().notNull(),
    visible: integer({ mode: 'boolean' }).notNull(),
    mayIncludeMinors: integer('may_include_minors', { mode: 'boolean' }).notNull(),
    /** The unsigned document; null once released or abandoned, as it may hold a name. */
    document: text({ mode: 'json' }).$type<JsonObject>(),
    ed25519KeyId: text('ed25519_key_id').notNull(),
    rsaKeyId: text('rsa_key_id').notNull(),
    statusList: text('status_list').notNull(),
    statusIndex: integer('status_index').notNull(),
    recordedAtSeconds: integer('recorded_at_seconds').notNull(),
    state: text().$type<IntentState>().notNull(),
    /** True where it was erased because it said a user name that is not its holder's any more. */
    saidFormerName: integer('said_former_name', { mode: 'boolean' }).notNull().default(false),
    /** True where it was erased because an endorsement in it was taken back. */
    lostEndorsement: integer('lost_endorsement', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('intents_by_award').on(table.awardId),
    index('intents_by_record_holder').on(table.recordHolder).where(sql`record_holder is not null`),
    index('intents_by_endorsement').on(table.endorsement).where(sql`endorsement is not null`),
    index('intents_recorded').on(table.recordedAtSeconds).where(sql`state = 'recorded'`),
    check(
      'document_while_recorded',
      sql`(${table.state} = 'recorded') = (${table.document} is not null)`,
    ),
  ],
);
