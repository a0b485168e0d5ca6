import { attendanceValues } from './attendance-words.ts';
import { comparable } from './comparable.ts';
import { type HeaderMeaning, MAX_HEADER_CHARACTERS, meaningsOf } from './header-words.ts';
import { numberFrom } from './number.ts';
import type { Row } from './table.ts';

/** Headers stand near the top, below a title or a few lines about the event. */
const ROWS_LOOKED_AT = 15;

/** These are seldom what a person is called. */
const TELLING: ReadonlySet<HeaderMeaning> = new Set([
  'username',
  'email',
  'real_name',
  'registered',
]);

/**
 * Where among the rows the headers stand; null where there are none. It is the first row that has a
 * header of the names and, where there are several columns, another one; else the first row, if it
 * differs in kind from all that follows (words above numbers or above yes and no).
 */
export function headerRowOf(rows: readonly Row[]): number | null {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const candidates = rows.slice(0, ROWS_LOOKED_AT);
  const byWords = candidates.findIndex(({ cells }) =>
    width === 1 ? isHeaderOfList(cells[0] ?? '') : isHeaderRow(cells),
  );
  if (byWords !== -1) return byWords;
  return width > 1 && differsFromTheRest(rows) ? 0 : null;
}

/** Whether a row near the top is of headers of a table of people. */
export function tellsOfPeople(rows: readonly Row[]): boolean {
  return rows.slice(0, ROWS_LOOKED_AT).some(({ cells }) => isHeaderRow(cells));
}

function isHeaderOfList(cell: string): boolean {
  if (cell.length > MAX_HEADER_CHARACTERS || /[[\]{}@]/.test(cell)) return false;
  const meanings = meaningsOf(cell);
  if (meanings.includes('username')) return comparable(cell).split(' ').length <= 6;
  return meanings.length > 0 && !/[ _]/.test(comparable(cell)) && !/\p{Nd}/u.test(cell);
}

function isHeaderRow(cells: readonly string[]): boolean {
  const filled = cells.filter(
    (cell) => cell.trim() !== '' && numberFrom(comparable(cell)) === undefined,
  );
  if (filled.some((cell) => /\[\[|\{\{/.test(cell))) return false;
  if (filled.length < 2 || filled.some((cell) => cell.length > MAX_HEADER_CHARACTERS)) return false;
  const meant = filled.map(meaningsOf).filter((meanings) => meanings.length > 0);
  if (meant.some((meanings) => meanings.some((one) => TELLING.has(one)))) return true;
  return meant.length >= 2 && meant.some((meanings) => meanings.includes('name'));
}

function differsFromTheRest(rows: readonly Row[]): boolean {
  const [first, ...rest] = rows;
  if (first === undefined || rest.length < 2) return false;
  if (first.cells.some((cell) => cell.trim() === '' || isValue(cell))) return false;
  return first.cells.some((_, column) => {
    const below = rest.map(({ cells }) => cells[column] ?? '').filter((cell) => cell.trim() !== '');
    return below.length > rest.length / 2 && below.every(isValue);
  });
}

function isValue(cell: string): boolean {
  return numberFrom(comparable(cell)) !== undefined || attendanceValues([cell]).clear;
}
