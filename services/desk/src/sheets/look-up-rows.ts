import { ok, type Result } from '@laurel/core/result';
import { sheetRows, sheets } from '@laurel/store/private/desk';
import type { OutboxTask } from '@laurel/store/private/outbox';
import { valuesBy } from '@laurel/store/values-by';
import type { DirectoryRefusal } from '@laurel/wikimedia/directory';
import { and, between, eq, isNull, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { type FoundRow, findPeople, type RowToFind } from './find-people.ts';
import type { DeskSheet } from './sheet-values.ts';

/**
 * Looks up a range of a list's rows and writes what was found. A list that was read anew since, or is
 * gone, is left alone: its newer reading has work of its own. Answers how many rows are left to look up.
 */
export async function lookUpRows(
  desk: Desk,
  task: Extract<OutboxTask, { task: 'resolve_sheet' }>,
): Promise<Result<number, DirectoryRefusal>> {
  const [sheet] = await desk.store
    .select()
    .from(sheets)
    .where(and(eq(sheets.id, task.sheetId), eq(sheets.revision, task.revision)));
  if (sheet === undefined) return ok(0);
  const rows = await desk.store
    .select({ row: sheetRows.row, cells: sheetRows.cells, username: sheetRows.username })
    .from(sheetRows)
    .where(
      and(
        eq(sheetRows.sheetId, sheet.id),
        between(sheetRows.row, task.fromRow, task.toRow),
        isNull(sheetRows.finding),
      ),
    )
    .orderBy(sheetRows.row);
  return lookUp(desk, sheet, rows);
}

/**
 * Looks up some rows of a list under its present reading, and writes what was found. Answers how many
 * are left, as one look takes only so many that are not simply found.
 */
export async function lookUp(
  desk: Desk,
  sheet: DeskSheet,
  rows: readonly RowToFind[],
): Promise<Result<number, DirectoryRefusal>> {
  const found = await findPeople(desk, rows, sheet.reading);
  if (!found.ok) return found;
  await writeFindings(desk, sheet, found.value);
  return ok(rows.length - found.value.length);
}

/**
 * In one statement, and only while the list is still read as it was when they were looked up, and the
 * row still has the name that was: it may have been put right while Wikimedia took its time.
 */
async function writeFindings(
  { store }: Desk,
  { id, revision }: DeskSheet,
  found: readonly FoundRow[],
): Promise<void> {
  await store.run(sql`
    update sheet_rows set finding = found.value -> 'finding', pile = found.value ->> 'pile',
      account_id = found.value ->> 'accountId'
    from ${valuesBy('row', JSON.stringify(found))} as found
    where sheet_id = ${id} and row_number = found.at
      and username = found.value ->> 'username'
      and exists (select 1 from sheets where id = ${id} and revision = ${revision})`);
}
