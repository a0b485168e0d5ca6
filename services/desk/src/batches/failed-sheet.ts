import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import type { SheetReading } from '@laurel/core/sheet-reading';
import type { Messages } from '@laurel/i18n/messages';
import { writeCsv } from '@laurel/sheet/write-csv';
import type { Actor } from '../acting/actor.ts';
import { explainRefusal } from '../awarding/explain-refusal.ts';
import type { Desk } from '../env.ts';
import { beginSheet } from '../sheets/begin-sheet.ts';
import type { DeskBatch, RefusedRow } from './batch-progress.ts';

/** How the sheet of failed rows is read when it comes back: everybody in it attended. */
const READING: SheetReading = {
  usernameColumn: 0,
  hoursColumn: 1,
  attendance: { rule: 'everyone' },
};

function columnsIn({ message }: Messages): readonly string[] {
  return [
    message('batches-column-username'),
    message('batches-column-hours'),
    message('batches-column-why'),
  ];
}

function cellsOf({ username, hours, refusal }: RefusedRow, messages: Messages): readonly string[] {
  return [username, hours === null ? '' : String(hours), explainRefusal(refusal, messages)];
}

/** The rows that failed as a CSV file: names, hours, and what is wrong with each. */
export function failedCsv(rows: readonly RefusedRow[], messages: Messages): string {
  return writeCsv([columnsIn(messages), ...rows.map((row) => cellsOf(row, messages))]);
}

/** The same as a new list at the desk, with the terms of the batch that they failed in. */
export function beginFailedSheet(
  desk: Desk,
  actor: Actor,
  batch: DeskBatch,
  rows: readonly RefusedRow[],
  messages: Messages,
): Promise<Result<string, Failure>> {
  return beginSheet(desk, actor, {
    source: { kind: 'sheet' },
    columns: columnsIn(messages),
    rows: rows.map((row, at) => ({ line: at + 1, cells: cellsOf(row, messages) })),
    reading: READING,
    label: batch.label,
    achievementSlug: batch.achievementSlug,
    terms: batch.terms,
  });
}
