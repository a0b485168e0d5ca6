import type { NominationEvidence, NominationState } from '@laurel/core/nomination';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** That somebody suggests to an issuer whom to recognise. Never public. Written by the desk. */
export const nominations = sqliteTable(
  'nominations',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    nominee: text().notNull(),
    nominator: text().notNull(),
    achievementSlug: text('achievement_slug').notNull(),
    story: text().notNull(),
    evidence: text({ mode: 'json' }).$type<NominationEvidence>().notNull(),
    language: text().notNull(),
    state: text().$type<NominationState>().notNull(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
    lapsesAtSeconds: integer('lapses_at_seconds').notNull(),
    decidedBy: text('decided_by'),
    decidedAtSeconds: integer('decided_at_seconds'),
    /** The reviewer's kind words to the nominator, where it was declined. */
    answer: text(),
    batchId: text('batch_id'),
  },
  (table) => [
    index('nominations_by_issuer').on(table.issuer, table.state, table.createdAtSeconds),
    index('nominations_by_nominator').on(table.nominator),
    index('nominations_by_nominee').on(table.nominee),
    index('nominations_decided').on(table.decidedAtSeconds),
    index('nominations_lapsing').on(table.lapsesAtSeconds),
  ],
);
