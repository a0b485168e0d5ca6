import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { AwardTerms } from './batches.ts';

/** Blank codes for one achievement and event, printed before anybody's name is known. Written by the desk. */
export const slipSheets = sqliteTable(
  'slip_sheets',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    achievementId: text('achievement_id').notNull(),
    achievementSlug: text('achievement_slug').notNull(),
    terms: text({ mode: 'json' }).$type<AwardTerms>().notNull(),
    /** The event's name, as printed. */
    label: text().notNull(),
    size: integer().notNull(),
    createdBy: text('created_by').notNull(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
    /** When its slips die. */
    endsAtSeconds: integer('ends_at_seconds').notNull(),
  },
  (table) => [
    index('slip_sheets_by_issuer').on(table.issuer, table.createdAtSeconds),
    index('slip_sheets_ending').on(table.endsAtSeconds),
  ],
);

/** `blank` until somebody logs in with it; an award exists only of a `confirmed` one. */
export type SlipState = 'blank' | 'presented' | 'confirmed' | 'refused';

/** One code of such a sheet. Written by the desk. */
export const slips = sqliteTable(
  'slips',
  {
    sheetId: text('sheet_id').notNull(),
    /** From 1, as printed beside the code. */
    number: integer().notNull(),
    /** Twelve digits and a check digit, ASCII. */
    code: text().notNull().unique(),
    state: text().$type<SlipState>().notNull(),
    accountId: text('account_id'),
    presentedAtSeconds: integer('presented_at_seconds'),
    batchId: text('batch_id'),
  },
  (table) => [
    primaryKey({ columns: [table.sheetId, table.number] }),
    uniqueIndex('slips_once_per_account').on(table.sheetId, table.accountId),
    index('slips_by_account').on(table.accountId).where(sql`account_id is not null`),
  ],
);
