import type { SheetReading } from '@laurel/core/sheet-reading';
import { attendanceValues } from './attendance-words.ts';
import { comparable } from './comparable.ts';
import { type Column, guessAttendance } from './guess-attendance.ts';
import { meaningsOf } from './header-words.ts';
import { readNameCell } from './name-cell.ts';
import { countFrom, hoursFrom, numberFrom } from './number.ts';
import type { Sheet } from './read-sheet.ts';

const ROWS_LOOKED_AT = 200;
/** So many of the filled cells must be numbers for a column to tell hours. */
const MIN_SHARE_OF_NUMBERS = 0.8;

/**
 * How a sheet is to be read, by its headers and by what stands in its columns: which column has the
 * user names, which the hours, and who attended. A guess, to be shown and corrected. A list of names
 * alone, or with their numbers, says that everybody in it attended, unless its header says that they registered.
 */
export function guessReading(sheet: Sheet): SheetReading {
  const columns = columnsOf(sheet);
  const names = nameColumnOf(columns);
  const hours = hoursColumnOf(columns.filter(({ index }) => index !== names.index));
  const rest = columns.filter(({ index }) => index !== names.index && index !== hours?.index);
  const alone =
    rest.every(isCount) && hours === undefined && !names.meanings.includes('registered');
  return {
    usernameColumn: names.index,
    hoursColumn: hours?.index ?? null,
    attendance: alone ? { rule: 'everyone' } : guessAttendance(rest, sheet.headed),
  };
}

function columnsOf({ columns, headed, rows }: Sheet): readonly Column[] {
  return columns.map((header, index) => ({
    index,
    header,
    meanings: headed ? meaningsOf(header) : [],
    filled: rows.map(({ cells }) => cells[index] ?? '').filter((cell) => comparable(cell) !== ''),
  }));
}

/** Numbers that only count the rows: 1, 2, 3. */
function isCount({ filled }: Column): boolean {
  return filled.length > 0 && filled.every((cell, at) => countFrom(comparable(cell)) === at + 1);
}

function nameColumnOf(columns: readonly Column[]): Column {
  const [first, ...others] = columns;
  if (first === undefined) throw new Error('a sheet without columns');
  return others.reduce(
    (best, column) => (likelihoodOfNames(column) > likelihoodOfNames(best) ? column : best),
    first,
  );
}

/** Between about -100 and 200; what the header says outweighs what the cells look like. */
function likelihoodOfNames(column: Column): number {
  const [surest] = column.meanings;
  const byHeader =
    surest === 'username'
      ? 100
      : surest === 'name'
        ? 30
        : surest === undefined
          ? 0
          : column.meanings.includes('username')
            ? 40
            : -40;
  const cells = column.filled.slice(0, ROWS_LOOKED_AT);
  if (cells.length === 0) return byHeader - 60;
  const good = cells.filter(couldBeName).length / cells.length;
  const different = new Set(cells.map(comparable)).size / cells.length;
  const marked = cells.filter((cell) => /^\s*(?:\[\[|https?:)|^[^:]{2,20}:\S/u.test(cell)).length;
  return byHeader + good * 40 + different * 20 + (marked / cells.length) * 20;
}

function couldBeName(cell: string): boolean {
  const text = comparable(cell);
  if (/^[\p{Nd}\s.,:/%-]+$/u.test(text) || attendanceValues([cell]).clear) return false;
  return readNameCell(cell).found;
}

function hoursColumnOf(columns: readonly Column[]): Column | undefined {
  return columns.find(({ meanings, filled }) => {
    if (!meanings.includes('hours') || meanings.includes('registered')) return false;
    const numbers = filled.map(comparable).filter(isNumber);
    return filled.length > 0 && numbers.length / filled.length >= MIN_SHARE_OF_NUMBERS;
  });
}

/** A zero is one, for whoever was absent; `9:30` is none, as it may be when somebody came. */
function isNumber(cell: string): boolean {
  return numberFrom(cell) !== undefined || (!cell.includes(':') && hoursFrom(cell) !== undefined);
}
