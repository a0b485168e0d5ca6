import type { BatchRevocationState, Consent, Period, RevocationReason } from '@laurel/core/award';
import type { OfferedDisclosure } from '@laurel/core/disclosure';
import type { Evidence } from '@laurel/core/evidence';
import type { RecipientRefusal } from '@laurel/core/failure';
import type { Mentoring } from '@laurel/core/mentoring';
import type { ShareOut } from '@laurel/core/share-out';
import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** What is awarded, in which language, on what evidence, and how it was agreed. */
export type AwardTerms = {
  readonly language: string;
  readonly period: Period | null;
  readonly hours: number | null;
  readonly evidence: readonly Evidence[];
  readonly consent: Consent;
  readonly disclosure: OfferedDisclosure;
  readonly mayIncludeMinors: boolean;
  /** Absent from batches that were made before there were any. */
  readonly shareOut?: ShareOut | null;
  /** Absent but for mentoring. */
  readonly mentoring?: Mentoring;
};

/** One act of awarding many. Written by the desk. */
export const batches = sqliteTable('batches', {
  id: text().primaryKey(),
  issuer: text().notNull(),
  achievementId: text('achievement_id').notNull(),
  achievementSlug: text('achievement_slug').notNull(),
  terms: text({ mode: 'json' }).$type<AwardTerms>().notNull(),
  createdBy: text('created_by').notNull(),
  createdAtSeconds: integer('created_at_seconds').notNull(),
  size: integer().notNull(),
  /** What the organizer calls it, such as the event's name; empty where nobody gave it one. */
  label: text().notNull().default(''),
  /** The award that it puts right; empty for every other batch. */
  corrects: text().notNull().default(''),
});

/**
 * What became of a recipient; `queued` until its turn came, `lapsed` once an offer that was not accepted has
 * been erased.
 */
export type RowState = 'queued' | 'awarded' | 'refused' | 'lapsed';

/**
 * One report row per recipient. The ids of the award and its claim are drawn when the request is
 * accepted, so that working a row twice makes the same award. Written by the desk.
 */
export const batchRows = sqliteTable(
  'batch_rows',
  {
    batchId: text('batch_id').notNull(),
    /** From 0, as in the request's `recipients`. */
    row: integer('row_number').notNull(),
    /** As it was given; cleared once the row was awarded, as the account then has it. */
    username: text(),
    /** The account that was meant, where it was found out before; the name is then not resolved again. */
    accountId: text('account_id'),
    awardId: text('award_id').notNull(),
    /** Empty once the offer has lapsed. */
    claimCode: text('claim_code').notNull(),
    /** What the request said of this recipient alone; it goes before the terms of the batch. */
    ownTerms: text('own_terms', { mode: 'json' }).$type<Partial<AwardTerms>>().notNull(),
    state: text().$type<RowState>().notNull(),
    refusal: text({ mode: 'json' }).$type<RecipientRefusal>(),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.row] }),
    index('batch_rows_by_award').on(table.awardId),
    index('batch_rows_by_account').on(table.accountId).where(sql`account_id is not null`),
  ],
);

/** The request that a key stands for: the same key with another body is refused. Written by the desk. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    issuer: text().notNull(),
    key: text().notNull(),
    bodyHash: text('body_hash').notNull(),
    batchId: text('batch_id').notNull(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.key] })],
);

/** That one member asks to revoke a whole batch; another one has to agree. Written by the desk. */
export const batchRevocations = sqliteTable(
  'batch_revocations',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    batchId: text('batch_id').notNull(),
    reason: text().$type<RevocationReason>().notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedAtSeconds: integer('requested_at_seconds').notNull(),
    state: text().$type<BatchRevocationState>().notNull(),
    decidedBy: text('decided_by'),
    decidedAtSeconds: integer('decided_at_seconds'),
  },
  (table) => [
    uniqueIndex('batch_revocations_waiting').on(table.batchId).where(sql`state = 'waiting'`),
    index('batch_revocations_by_issuer').on(table.issuer, table.requestedAtSeconds),
  ],
);
