import type { AttendanceRule, SheetReading } from '@laurel/core/sheet-reading';
import { comparable } from '@laurel/sheet/comparable';
import { countFrom } from '@laurel/sheet/number';

/** What the form about the columns has, as it was sent. */
export type ReadingFields = {
  readonly names: string;
  readonly hours: string;
  readonly rule: string;
  readonly columns: readonly string[];
  readonly values: string;
  readonly atLeast: string;
  readonly counted: string;
  readonly countedAtLeast: string;
};

/** The fields that stand for a reading: what the form begins with. */
export function fieldsOfReading({
  usernameColumn,
  hoursColumn,
  attendance,
}: SheetReading): ReadingFields {
  const marked = attendance.rule === 'marked' ? attendance : null;
  const counted = attendance.rule === 'counted' ? attendance : null;
  return {
    names: String(usernameColumn),
    hours: hoursColumn === null ? '' : String(hoursColumn),
    rule: attendance.rule,
    columns: (marked?.columns ?? []).map(String),
    values: (marked?.values ?? []).join('\n'),
    atLeast: String(marked?.atLeast ?? 1),
    counted: String(counted?.column ?? 0),
    countedAtLeast: String(counted?.atLeast ?? 1),
  };
}

/** The same of a form that was sent. */
export function fieldsOfForm(form: FormData): ReadingFields {
  const text = (name: string) => String(form.get(name) ?? '');
  return {
    names: text('names'),
    hours: text('hours'),
    rule: text('rule'),
    columns: form.getAll('columns').map(String),
    values: text('values'),
    atLeast: text('at_least'),
    counted: text('counted'),
    countedAtLeast: text('counted_at_least'),
  };
}

type Rows = readonly { readonly cells: readonly string[] }[];

/**
 * The reading of a list with these rows that the fields ask for; -1 stands for a column that cannot be
 * read.
 */
export function readingOfFields(fields: ReadingFields, rows: Rows): SheetReading {
  return {
    usernameColumn: indexOf(fields.names),
    hoursColumn: fields.hours === '' ? null : indexOf(fields.hours),
    attendance: ruleOf(fields, rows),
  };
}

function ruleOf(fields: ReadingFields, rows: Rows): AttendanceRule {
  switch (fields.rule) {
    case 'everyone':
      return { rule: 'everyone' };
    case 'marked':
      return {
        rule: 'marked',
        columns: fields.columns.map(indexOf),
        values: valuesOf(fields.values, fields.columns.map(indexOf), rows),
        atLeast: numberOf(fields.atLeast),
      };
    case 'counted':
      return {
        rule: 'counted',
        column: indexOf(fields.counted),
        atLeast: numberOf(fields.countedAtLeast),
      };
    default:
      return { rule: 'by_hand' };
  }
}

/** One a line, or several with commas between them: unless a cell holds the whole line, commas and all. */
function valuesOf(text: string, columns: readonly number[], rows: Rows): readonly string[] {
  const written = new Set(
    rows.flatMap(({ cells }) => columns.map((column) => comparable(cells[column] ?? ''))),
  );
  return text
    .split('\n')
    .flatMap((line) => (written.has(comparable(line)) ? [line] : line.split(/[,،;؛]/u)))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function indexOf(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : -1;
}

/** In any script's digits; 0 for what is none. */
function numberOf(text: string): number {
  return countFrom(text.trim()) ?? 0;
}
