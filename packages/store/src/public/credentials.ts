import type { Disclosure } from '@laurel/core/disclosure';
import type { PublicTerm } from '@laurel/core/term-shown';
import type { CredentialState } from '@laurel/core/verdict';
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * What was signed, byte for byte as served, and what is said of it. Nothing here leads from one
 * credential to another of the same award, or to an account id. Written by the signer alone.
 */
export const credentials = sqliteTable(
  'credentials',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    achievementId: text('achievement_id').notNull(),
    language: text().notNull(),
    disclosure: text().$type<Disclosure>().notNull(),
    /** With its Data Integrity proof; null once the holder withdrew it, as it may hold a name. */
    document: text(),
    /** The key that its proof and the EdDSA JWT are signed with, read from the proof; null once withdrawn. */
    ed25519KeyId: text('ed25519_key_id').generatedAlwaysAs(
      sql`substr(json_extract(document, '$.proof[0].verificationMethod'),
        1 + instr(json_extract(document, '$.proof[0].verificationMethod'), '#'))`,
      { mode: 'virtual' },
    ),
    /** `vc+jwt`, EdDSA, without its payload, which the document tells; whole where it is from before that. Null once withdrawn. */
    joseJwt: text('jose_jwt'),
    /** 1EdTech's profile, RS256, kept in the same way; null until signed, and once withdrawn. */
    rsaJwt: text('rsa_jwt'),
    /** The key that the RS256 JWT is, or will be, signed with. */
    rsaKeyId: text('rsa_key_id').notNull(),
    /** The holder's wish: whether its link answers. */
    visible: integer({ mode: 'boolean' }).notNull(),
    state: text().$type<CredentialState>().notNull(),
    stateSince: text('state_since'),
    /** The credential that took its place, where the holder wants the two to be connected. */
    supersededBy: text('superseded_by'),
    /** Of a role: what may be known of its term besides its signed days. */
    term: text({ mode: 'json' }).$type<PublicTerm>(),
    /** The credential that this one endorses; null of whatever is no endorsement. It shows with that one alone. */
    endorses: text(),
    statusList: text('status_list').notNull(),
    statusIndex: integer('status_index').notNull(),
    validFrom: text('valid_from').notNull(),
    validUntil: text('valid_until'),
    mayIncludeMinors: integer('may_include_minors', { mode: 'boolean' }).notNull(),
    /** False of what was signed before there was a log, until it is put there too. */
    logged: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    uniqueIndex('credentials_by_status').on(table.statusList, table.statusIndex),
    index('credentials_by_ed25519_key').on(table.ed25519KeyId),
    index('credentials_by_rsa_key').on(table.rsaKeyId),
    index('credentials_by_endorsed').on(table.endorses).where(sql`endorses is not null`),
    index('credentials_pending_rsa')
      .on(table.id)
      .where(sql`rsa_jwt is null and document is not null`),
    index('credentials_not_logged').on(table.id).where(sql`logged = 0 and document is not null`),
    check(
      'withdrawn_has_no_bytes',
      sql`${table.state} <> 'withdrawn' or ${table.document} is null`,
    ),
    check(
      'bytes_unless_ended',
      sql`${table.document} is not null or ${table.state} in ('withdrawn', 'revoked')`,
    ),
    check('jose_jwt_with_document', sql`(${table.joseJwt} is null) = (${table.document} is null)`),
    check('rsa_jwt_with_document', sql`${table.rsaJwt} is null or ${table.document} is not null`),
    check('since_unless_active', sql`(${table.state} = 'active') = (${table.stateSince} is null)`),
  ],
);
