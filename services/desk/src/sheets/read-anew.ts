import type { Failure, Issue } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { AttendanceRule, SheetReading } from '@laurel/core/sheet-reading';
import { jsonChunks } from '@laurel/store/json-chunks';
import { sheetRows, sheets } from '@laurel/store/private/desk';
import { valuesBy } from '@laurel/store/values-by';
import { asc, eq, sql } from 'drizzle-orm';
import { newWork } from '../awarding/new-work.ts';
import type { Desk } from '../env.ts';
import { lookupTasks } from './lookup-tasks.ts';
import { type DeskSheet, rowAsRead } from './sheet-values.ts';

/** What is wrong with a reading of a list with these columns; empty where nothing is. */
export function mistakesOfReading(reading: SheetReading, columns: number): readonly Issue[] {
  const exists = (column: number) => column >= 0 && column < columns;
  const issue = (pointer: string, detail: string): readonly Issue[] => [{ pointer, detail }];
  const { attendance } = reading;
  return [
    ...(exists(reading.usernameColumn)
      ? []
      : issue('/usernameColumn', 'The list has no such column.')),
    ...(reading.hoursColumn === null || exists(reading.hoursColumn)
      ? []
      : issue('/hoursColumn', 'The list has no such column.')),
    ...(attendance.rule === 'counted' && !exists(attendance.column)
      ? issue('/attendance/column', 'The list has no such column.')
      : []),
    ...(attendance.rule === 'marked' &&
    (attendance.columns.length === 0 || !attendance.columns.every(exists))
      ? issue('/attendance/columns', 'Choose at least one column of the list.')
      : []),
    ...(attendance.rule === 'marked' && attendance.values.length === 0
      ? issue('/attendance/values', 'Say which values tell that somebody attended.')
      : []),
    ...(attendance.rule === 'marked' &&
    (attendance.atLeast < 1 || attendance.atLeast > attendance.columns.length)
      ? issue('/attendance/atLeast', 'At least 1, and no more than the columns chosen.')
      : []),
    ...(attendance.rule === 'counted' && attendance.atLeast < 1
      ? issue('/attendance/atLeast', 'At least 1.')
      : []),
  ];
}

/**
 * Reads a list as its organizer sets it. By another rule, who attended is told anew, and else stays as
 * it was said by hand. With another column for names, every row is looked up anew; else what was found
 * and settled stays.
 */
export async function readAnew(
  desk: Desk,
  sheet: DeskSheet,
  reading: SheetReading,
): Promise<Result<null, Failure>> {
  const issues = mistakesOfReading(reading, sheet.columns.length);
  if (issues.length > 0) return refuse({ reason: 'request_invalid', issues });
  const { store } = desk;
  const otherNames = reading.usernameColumn !== sheet.reading.usernameColumn;
  const otherRule = asText(reading.attendance) !== asText(sheet.reading.attendance);
  const otherHours = reading.hoursColumn !== sheet.reading.hoursColumn;
  if (!otherNames && !otherRule && !otherHours) return ok(null);
  const rows = await store
    .select({ row: sheetRows.row, line: sheetRows.line, cells: sheetRows.cells })
    .from(sheetRows)
    .where(eq(sheetRows.sheetId, sheet.id))
    .orderBy(asc(sheetRows.row));
  const read = rows.map((row) => ({ row: row.row, ...rowAsRead(row, reading) }));
  const revision = sheet.revision + 1;
  const work = newWork(desk, otherNames ? lookupTasks({ ...sheet, revision }) : []);
  const present = sql`sheet_id = ${sheet.id}
    and exists (select 1 from sheets where id = ${sheet.id} and revision = ${sheet.revision})`;
  const names = {
    username: sql`read.value ->> 'username'`,
    finding: sql`nullif(read.value -> 'finding', 'null')`,
    pile: sql`iif(read.value ->> 'finding' is null, null, 'not_found')`,
    accountId: null,
    confirmed: null,
  };
  const results = await store.batch([
    store.select({ revision: sheets.revision }).from(sheets).where(eq(sheets.id, sheet.id)),
    ...jsonChunks(read).map((chunk) =>
      store
        .update(sheetRows)
        .set({
          ...(otherRule ? { attended: sql`read.value ->> 'attended'` } : {}),
          hours: sql`read.value ->> 'hours'`,
          ...(otherNames ? names : {}),
        })
        .from(sql`${valuesBy('row', chunk)} as read`)
        .where(sql`row_number = read.at and ${present}`),
    ),
    ...work.statements,
    store
      .update(sheets)
      .set({ reading, revision: otherNames ? revision : sheet.revision })
      .where(sql`id = ${sheet.id} and revision = ${sheet.revision}`),
  ]);
  const [before] = results;
  if (before[0]?.revision !== sheet.revision) return refuse({ reason: 'sheet_changed' });
  await desk.hint(work.ids);
  return ok(null);
}

/** The same for rules that say the same, whoever wrote them. */
function asText(rule: AttendanceRule): string {
  return JSON.stringify(Object.entries(rule).sort(([one], [other]) => (one < other ? -1 : 1)));
}
