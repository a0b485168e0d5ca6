import type { AttendanceRule } from '@laurel/core/sheet-reading';
import { attendanceValues } from './attendance-words.ts';
import { comparable } from './comparable.ts';
import type { HeaderMeaning } from './header-words.ts';
import { countFrom, withAsciiDigits } from './number.ts';

/** One column with what its header says and what stands in it. */
export type Column = {
  readonly index: number;
  readonly header: string;
  readonly meanings: readonly HeaderMeaning[];
  /** The cells that say something. */
  readonly filled: readonly string[];
};

/**
 * Who attended, as far as the columns beside the names tell it. Strict where there is a choice: passed
 * rather than present, every day rather than some, all sessions rather than a few; the organizer
 * loosens it. Having registered is never taken for having attended: where nothing else is told, nobody
 * attended until the organizer says so.
 */
export function guessAttendance(columns: readonly Column[], headed: boolean): AttendanceRule {
  const possible = columns.filter(
    ({ meanings }) => !meanings.includes('registered') && !meanings.includes('not_attended'),
  );
  return (
    passedRule(possible) ??
    daysRule(possible) ??
    countRule(possible) ??
    (headed ? null : soleRule(possible)) ?? { rule: 'by_hand' }
  );
}

function passedRule(columns: readonly Column[]): AttendanceRule | null {
  return marked(columns.filter(({ meanings }) => meanings.includes('passed')).slice(0, 1));
}

/** Columns of days or sessions, or of attendance as such. */
function daysRule(columns: readonly Column[]): AttendanceRule | null {
  const attended = columns.filter(
    (column) => isMarked(column) && column.meanings.includes('attended'),
  );
  const days = columns.filter((column) => isMarked(column) && isDay(column));
  return marked(days.length > attended.length ? days : attended);
}

function isMarked({ filled }: Column): boolean {
  const { yes, clear } = attendanceValues(filled);
  return clear && yes.length > 0;
}

/** “First” to “third” where days and sessions are counted in words. */
const ORDINAL =
  /first|second|third|أول|اول|ثان|ثالث|اول|دوم|سوم|primer|segund|terce|premi|deuxi|troisi|erst|zweit|dritt|pertama|kedua|ketiga|перв|втор|трет|перш|друг|पहल|दूसर|तीसर|প্রথম|দ্বিতীয়|তৃতীয়|kwanza|pili|tatu|birinci|ikinci|üçüncü/u;

/** “Day 2”, “second day”, or a date. */
function isDay({ header, meanings }: Column): boolean {
  const text = withAsciiDigits(comparable(header));
  if (/^[\d\s./-]+$/.test(text)) return /\d/.test(text);
  return meanings.includes('day') && /\d/.test(text.replace(ORDINAL, '1'));
}

function marked(columns: readonly Column[]): AttendanceRule | null {
  const values = [...new Set(columns.flatMap(({ filled }) => attendanceValues(filled).yes))];
  if (values.length === 0) return null;
  return {
    rule: 'marked',
    columns: columns.map(({ index }) => index),
    values,
    atLeast: columns.length,
  };
}

/** How many sessions somebody attended, out of as many as the header says or anybody attended. */
function countRule(columns: readonly Column[]): AttendanceRule | null {
  const counting = columns.find(
    ({ filled, meanings }) =>
      meanings.some((one) => one === 'sessions' || one === 'attended') &&
      filled.length > 0 &&
      filled.every((cell) => countFrom(comparable(cell)) !== undefined),
  );
  if (counting === undefined) return null;
  const seen = counting.filled.map((cell) => countFrom(comparable(cell)) ?? 0);
  const [stated = 0] = /\d+/.exec(withAsciiDigits(counting.header)) ?? [];
  const most = Math.max(Number(stated), ...seen);
  return most === 0 ? null : { rule: 'counted', column: counting.index, atLeast: most };
}

/** Without headers, the one column of yes and no is taken for attendance. */
function soleRule(columns: readonly Column[]): AttendanceRule | null {
  const candidates = columns.filter((column) => isMarked(column));
  return candidates.length === 1 ? marked(candidates) : null;
}
