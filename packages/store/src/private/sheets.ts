import type { PersonFinding } from '@laurel/core/person-finding';
import type { SheetReading } from '@laurel/core/sheet-reading';
import type { SheetSource } from '@laurel/core/sheet-source';
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AwardTerms } from './batches.ts';

/**
 * A list of people on its way to becoming a batch: pasted, uploaded or imported. Gone with its rows
 * once the batch is made, and after a few days in any case. Written by the desk.
 */
export const sheets = sqliteTable(
  'sheets',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    createdBy: text('created_by').notNull(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
    endsAtSeconds: integer('ends_at_seconds').notNull(),
    source: text({ mode: 'json' }).$type<SheetSource>().notNull(),
    /** The headers as written; names made up by us where the sheet has none. */
    columns: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** How it is read: guessed at first, then as the organizer sets it. */
    reading: text({ mode: 'json' }).$type<SheetReading>().notNull(),
    /** Null until chosen. */
    achievementSlug: text('achievement_slug'),
    terms: text({ mode: 'json' }).$type<Partial<AwardTerms>>().notNull(),
    label: text().notNull().default(''),
    size: integer().notNull(),
    /** Grows with every new reading: what was found out under an older one is not written any more. */
    revision: integer().notNull(),
  },
  (table) => [
    index('sheets_by_issuer').on(table.issuer, table.createdAtSeconds),
    index('sheets_ending').on(table.endsAtSeconds),
  ],
);

/** One row of such a list, and what was found out about it. Written by the desk. */
export const sheetRows = sqliteTable(
  'sheet_rows',
  {
    sheetId: text('sheet_id').notNull(),
    /** From 0. */
    row: integer('row_number').notNull(),
    /** The line of the file on which it begins, counted from 1; for an import, the same as the row. */
    line: integer().notNull(),
    cells: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** The name as it is looked up; null where the cell holds none. */
    username: text(),
    /** Null until it was looked up. */
    finding: text({ mode: 'json' }).$type<PersonFinding>(),
    pile: text().$type<'ready' | 'check' | 'not_found'>(),
    accountId: text('account_id'),
    /** By the rule, or by the organizer; null where nobody has said. */
    attended: integer({ mode: 'boolean' }),
    /** The organizer's word on a row to check, or against one that is ready; null where there is none. */
    confirmed: integer({ mode: 'boolean' }),
    hours: real(),
  },
  (table) => [
    primaryKey({ columns: [table.sheetId, table.row] }),
    index('sheet_rows_by_pile').on(table.sheetId, table.pile, table.row),
    index('sheet_rows_by_account').on(table.accountId).where(sql`account_id is not null`),
  ],
);
