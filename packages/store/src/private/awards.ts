import type { AwardState, Consent, RevocationReason, SuspensionReason } from '@laurel/core/award';
import type { OfferedDisclosure } from '@laurel/core/disclosure';
import type { Evidence } from '@laurel/core/evidence';
import type { Mentoring } from '@laurel/core/mentoring';
import type { ShareOut } from '@laurel/core/share-out';
import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { termColumns } from './term-columns.ts';

/**
 * True of an award whose term runs or is to begin, unless it was put right. In these words alone: SQLite takes a
 * partial index where a statement says what the index says, and a bound value may be anything (SQLite, Partial
 * Indexes, Section 3).
 */
export const RUNNING_TERM = sql`state = 'accepted' and term_state in ('serving', 'on_break')`;

/** That an issuer recognises an account for an achievement. Written by the desk. */
export const awards = sqliteTable(
  'awards',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    achievementId: text('achievement_id').notNull(),
    achievementSlug: text('achievement_slug').notNull(),
    accountId: text('account_id').notNull(),
    /** A day, or empty where no period was given: a unique index takes two NULLs for different. */
    periodStart: text('period_start').notNull(),
    periodEnd: text('period_end').notNull(),
    hours: real(),
    evidence: text({ mode: 'json' }).$type<readonly Evidence[]>().notNull(),
    language: text().notNull(),
    disclosure: text().$type<OfferedDisclosure>().notNull(),
    consent: text().$type<Consent>().notNull(),
    mayIncludeMinors: integer('may_include_minors', { mode: 'boolean' }).notNull(),
    state: text().$type<AwardState>().notNull(),
    claimCode: text('claim_code').notNull().unique(),
    batchId: text('batch_id').notNull(),
    awardedBy: text('awarded_by').notNull(),
    offeredAtSeconds: integer('offered_at_seconds').notNull(),
    lapsesAtSeconds: integer('lapses_at_seconds').notNull(),
    decidedAtSeconds: integer('decided_at_seconds'),
    revocationReason: text('revocation_reason').$type<RevocationReason>(),
    /** Null unless its credentials are said to be suspended. */
    suspendedAtSeconds: integer('suspended_at_seconds'),
    suspensionReason: text('suspension_reason').$type<SuspensionReason>(),
    /** The award that this one puts right, or empty: a unique index takes two NULLs for different. */
    corrects: text().notNull().default(''),
    /** The award that put this one right, once that was accepted. */
    supersededBy: text('superseded_by'),
    /** The holder's wish: whether the credentials of the corrected award lead to those of this one. */
    linksPredecessor: integer('links_predecessor', { mode: 'boolean' }).notNull().default(false),
    /**
     * Until then its holder is not shown it: they declined the same before, and its issuer, who must not
     * learn that, took it back and offered it anew. 0 for every other one.
     */
    heldBackUntilSeconds: integer('held_back_until_seconds').notNull().default(0),
    ...termColumns,
    /** Null but for mentoring. */
    mentoring: text({ mode: 'json' }).$type<Mentoring>(),
    /** What its holder promises by accepting; null where nothing is. */
    shareOut: text('share_out', { mode: 'json' }).$type<ShareOut>(),
  },
  (table) => [
    uniqueIndex('awards_live')
      .on(
        table.issuer,
        table.achievementSlug,
        table.accountId,
        table.periodStart,
        table.periodEnd,
        table.corrects,
      )
      .where(sql`state in ('offered', 'accepted', 'declined')`),
    uniqueIndex('awards_once_in_batch').on(table.batchId, table.accountId),
    index('awards_by_account').on(table.accountId),
    index('awards_ending').on(table.periodEnd).where(sql`state = 'accepted' and period_end <> ''`),
    index('awards_by_issuer').on(table.issuer, table.offeredAtSeconds, table.id),
    index('awards_terms_running').on(table.periodEnd).where(RUNNING_TERM),
    index('awards_breaks_ending').on(table.breakUntil).where(sql`term_state = 'on_break'`),
    index('awards_lapsing')
      .on(table.lapsesAtSeconds)
      .where(sql`state in ('offered', 'declined', 'lapsed', 'cancelled')`),
    check(
      'revoked_has_reason',
      sql`(${table.state} = 'revoked') = (${table.revocationReason} is not null)`,
    ),
    check(
      'suspended_has_reason',
      sql`(${table.suspendedAtSeconds} is null) = (${table.suspensionReason} is null)`,
    ),
    check('period_whole', sql`(${table.periodStart} = '') = (${table.periodEnd} = '')`),
    check('period_in_order', sql`${table.periodStart} <= ${table.periodEnd}`),
    check('hours_positive', sql`${table.hours} is null or ${table.hours} > 0`),
  ],
);
