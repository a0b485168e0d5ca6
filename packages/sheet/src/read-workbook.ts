import { ok, type Result, refuse } from '@laurel/core/result';
import type { SheetRefusal } from '@laurel/core/sheet-refusal';
import { readSheet as readWorksheet, SheetNotFoundError } from 'read-excel-file/universal';
import { tellsOfPeople } from './header-row.ts';
import { openWorkbook } from './open-workbook.ts';
import type { Row } from './table.ts';

/** People put notes and charts before the list, but not so many. */
const MAX_WORKSHEETS = 20;

/** Each takes time to read, whatever it says: so many are looked at for headers that tell of people. */
const MAX_FILLED_WORKSHEETS = 3;

const MS_PER_MINUTE = 60_000;
/** Day 0 of workbooks, 1899-12-30 (ECMA-376 part 1, section 18.17.4.1). */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);
/** No list of people has a day before this; what seems to be one is a duration. */
const FIRST_DAY_MS = Date.UTC(1901, 0, 1);

/**
 * The rows of an XLSX workbook’s first worksheet whose headers tell of people, else of its first one that
 * says anything, as texts: numbers with a
 * full stop, days as `2026-11-21`, durations as `2:30`, formulas as what they came to when the
 * workbook was saved. The line of a row is its number in the worksheet. Empty rows are left out.
 */
export async function readWorkbook(
  bytes: Uint8Array,
): Promise<Result<readonly Row[], SheetRefusal>> {
  const opened = openWorkbook(bytes);
  if (!opened.ok) return opened;
  const archive = new Uint8Array(opened.value).buffer;
  const filled: (readonly Row[])[] = [];
  for (let worksheet = 1; worksheet <= MAX_WORKSHEETS; worksheet += 1) {
    const rows = await rowsOfWorksheet(archive, worksheet);
    if (!rows.ok) return rows;
    if (rows.value === null) break;
    if (tellsOfPeople(rows.value)) return ok(rows.value);
    if (rows.value.length > 0) filled.push(rows.value);
    if (filled.length === MAX_FILLED_WORKSHEETS) break;
  }
  return ok(filled[0] ?? []);
}

/** Null where the workbook has no such worksheet. */
async function rowsOfWorksheet(
  archive: ArrayBuffer,
  worksheet: number,
): Promise<Result<readonly Row[] | null, SheetRefusal>> {
  try {
    const rows: readonly (readonly unknown[])[] = await readWorksheet(archive, worksheet, {
      trim: false,
    });
    return ok(
      rows
        .map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }))
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    );
  } catch (error) {
    if (error instanceof SheetNotFoundError) return ok(null);
    // The reader throws whatever comes of missing or odd parts; nothing of ours runs in it.
    return refuse({
      reason: 'sheet_damaged',
      detail: 'A part of the workbook is missing or not as it should be.',
    });
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? textOfDay(cell) : String(cell);
}

function textOfDay(date: Date): string {
  const minutes = Math.round(date.getTime() / MS_PER_MINUTE);
  if (date.getTime() < FIRST_DAY_MS) {
    const duration = minutes - DAY_ZERO_MS / MS_PER_MINUTE;
    return `${Math.floor(duration / 60)}:${String(duration % 60).padStart(2, '0')}`;
  }
  const [day = '', time = ''] = new Date(minutes * MS_PER_MINUTE).toISOString().split('T');
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
