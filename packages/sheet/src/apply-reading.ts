import type { AttendanceRule, SheetReading } from '@laurel/core/sheet-reading';
import { comparable } from './comparable.ts';
import { type NameReading, readNameCell } from './name-cell.ts';
import { countFrom, hoursFrom } from './number.ts';
import type { Row } from './table.ts';

/** One row of a sheet, as it is read. */
export type ReadRow = {
  readonly line: number;
  readonly name: NameReading;
  /** Null where the rule leaves it to the organizer. */
  readonly attended: boolean | null;
  /** Null where the sheet tells none, or none that can be read. */
  readonly hours: number | null;
  readonly hoursUnreadable: boolean;
};

/** What a row says of one person, by the reading that the organizer set. */
export function applyReading(row: Row, reading: SheetReading): ReadRow {
  const cell = (column: number) => comparable(row.cells[column] ?? '');
  const written = reading.hoursColumn === null ? '' : cell(reading.hoursColumn);
  const hours = written === '' ? null : hoursFrom(written);
  return {
    line: row.line,
    name: readNameCell(row.cells[reading.usernameColumn] ?? ''),
    attended: attendedBy(reading.attendance, cell),
    hours: hours ?? null,
    hoursUnreadable: hours === undefined,
  };
}

function attendedBy(rule: AttendanceRule, cell: (column: number) => string): boolean | null {
  switch (rule.rule) {
    case 'everyone':
      return true;
    case 'by_hand':
      return null;
    case 'marked': {
      const values = new Set(rule.values.map(comparable));
      return rule.columns.filter((column) => values.has(cell(column))).length >= rule.atLeast;
    }
    case 'counted':
      return (countFrom(cell(rule.column)) ?? 0) >= rule.atLeast;
  }
}
