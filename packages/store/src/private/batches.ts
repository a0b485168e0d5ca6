import type { Consent, Period } from '@laurel/core/award';
import type { OfferedDisclosure } from '@laurel/core/disclosure';
import type { Evidence } from '@laurel/core/evidence';
import type { RecipientRefusal } from '@laurel/core/failure';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What is awarded, in which language, on what evidence, and how it was agreed. */
export type AwardTerms = {
  readonly language: string;
  readonly period: Period | null;
  readonly hours: number | null;
  readonly evidence: readonly Evidence[];
  readonly consent: Consent;
  readonly disclosure: OfferedDisclosure;
  readonly mayIncludeMinors: boolean;
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
});

/** What became of a recipient; `queued` until its turn came. */
export type RowState = 'queued' | 'awarded' | 'refused';

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
    awardId: text('award_id').notNull(),
    claimCode: text('claim_code').notNull(),
    /** What the request said of this recipient alone; it goes before the terms of the batch. */
    ownTerms: text('own_terms', { mode: 'json' }).$type<Partial<AwardTerms>>().notNull(),
    state: text().$type<RowState>().notNull(),
    refusal: text({ mode: 'json' }).$type<RecipientRefusal>(),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.row] }),
    index('batch_rows_by_award').on(table.awardId),
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
