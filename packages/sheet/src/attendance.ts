import { ok, type Result, refuse } from '@laurel/core/result';
import { hoursFrom } from './hours.ts';
import { type QuotingRefusal, type Row, rowsOf } from './table.ts';

/** How a sheet is to be read. Headers and values are compared without regard to case and stray spaces. */
export type AttendanceMapping = {
  readonly delimiter: string;
  readonly usernameColumn: string;
  readonly attendanceColumn: string;
  /** Null where the sheet does not tell hours. */
  readonly hoursColumn: string | null;
  /** What stands in the attendance column of somebody who attended; anything else means absent. */
  readonly attendedValues: readonly string[];
};

export type Attendance = {
  /** The line of the sheet on which the row begins, counted from 1. */
  readonly line: number;
  /** As written in the sheet. */
  readonly username: string;
  readonly attended: boolean;
  readonly hours: number | null;
};

export type AttendanceList = {
  readonly rows: readonly Attendance[];
  /** Rows that say something, but not about whom. They are not among `rows`. */
  readonly rowsWithoutName: number;
};

export type SheetRefusal =
  | QuotingRefusal
  | {
      readonly reason: 'column_missing';
      readonly column: string;
      readonly headersSeen: readonly string[];
    }
  | { readonly reason: 'hours_unreadable'; readonly line: number; readonly hours: string };

/** Who attended, according to a sheet of delimiter-separated values with one line of headers. */
export function readAttendance(
  text: string,
  mapping: AttendanceMapping,
): Result<AttendanceList, SheetRefusal> {
  const table = rowsOf(text, mapping.delimiter);
  if (!table.ok) return table;
  const [header, ...body] = table.value;

  const headersSeen = header?.cells ?? [];
  const wanted = [mapping.usernameColumn, mapping.attendanceColumn, mapping.hoursColumn];
  const columns = headersSeen.map(comparable);
  const missing = wanted.find((name) => name !== null && !columns.includes(comparable(name)));
  if (typeof missing === 'string') {
    return refuse({ reason: 'column_missing', column: missing, headersSeen });
  }

  const cellOf = (row: Row, column: string): string =>
    row.cells[columns.indexOf(comparable(column))] ?? '';
  const attendedValues = new Set(mapping.attendedValues.map(comparable));
  const rows: Attendance[] = [];
  let rowsWithoutName = 0;
  for (const row of body) {
    const username = cellOf(row, mapping.usernameColumn);
    if (comparable(username) === '') {
      if (row.cells.some((cell) => comparable(cell) !== '')) rowsWithoutName += 1;
      continue;
    }
    const written = mapping.hoursColumn === null ? '' : cellOf(row, mapping.hoursColumn);
    const hours = comparable(written) === '' ? null : hoursFrom(comparable(written));
    if (hours === undefined) {
      return refuse({ reason: 'hours_unreadable', line: row.line, hours: written });
    }
    const attended = attendedValues.has(comparable(cellOf(row, mapping.attendanceColumn)));
    rows.push({ line: row.line, username, attended, hours });
  }
  return ok({ rows, rowsWithoutName });
}

/** Marks of direction are dropped: they come along unseen when right-to-left text is copied. */
function comparable(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
