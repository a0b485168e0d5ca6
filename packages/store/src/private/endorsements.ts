import type { EndorsementState, EndorserDisclosure } from '@laurel/core/endorsement';
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** True of what lapses, in the words of its index. */
export const LAPSING_ENDORSEMENT = sql`state in ('asked', 'declined', 'taken_back', 'written')`;

/**
 * What a holder asked somebody who was there to say about a credential, and what they wrote. Only what both
 * agreed to is signed. The issuer never learns of it. Written by the desk.
 */
export const endorsements = sqliteTable(
  'endorsements',
  {
    id: text().primaryKey(),
    /** The credential that its holder asked about. */
    credentialId: text('credential_id').notNull(),
    awardId: text('award_id').notNull(),
    holderAccountId: text('holder_account_id').notNull(),
    endorserAccountId: text('endorser_account_id').notNull(),
    state: text().$type<EndorsementState>().notNull(),
    /** Of the catalogue; empty until it is written. */
    behaviour: text().notNull(),
    /** Plain text; empty until it is first written, and once it ends. */
    story: text().notNull(),
    /** Of the story. */
    language: text().notNull(),
    /** What it says of its writer. */
    disclosure: text().$type<EndorserDisclosure>().notNull(),
    askedAtSeconds: integer('asked_at_seconds').notNull(),
    /** When an ask, or a story that nobody answers, is over. */
    lapsesAtSeconds: integer('lapses_at_seconds').notNull(),
    acceptedAtSeconds: integer('accepted_at_seconds'),
  },
  (table) => [
    uniqueIndex('endorsements_once').on(table.credentialId, table.endorserAccountId),
    index('endorsements_by_holder').on(table.holderAccountId, table.awardId),
    index('endorsements_by_endorser').on(table.endorserAccountId),
    index('endorsements_lapsing').on(table.lapsesAtSeconds).where(LAPSING_ENDORSEMENT),
    check(
      'nobody_endorses_themselves',
      sql`${table.holderAccountId} <> ${table.endorserAccountId}`,
    ),
    check(
      'written_has_story',
      sql`${table.state} not in ('written', 'accepted') or (${table.story} <> '' and ${table.behaviour} <> '')`,
    ),
  ],
);

/** Whose asks somebody does not want to see. To whoever asks they look open. Written by the desk. */
export const mutedAskers = sqliteTable(
  'muted_askers',
  {
    accountId: text('account_id').notNull(),
    askerAccountId: text('asker_account_id').notNull(),
    sinceSeconds: integer('since_seconds').notNull(),
  },
  (table) => [
    uniqueIndex('muted_askers_once').on(table.accountId, table.askerAccountId),
    index('muted_askers_by_asker').on(table.askerAccountId),
  ],
);
