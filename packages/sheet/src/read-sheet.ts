import { ok, type Result, refuse } from '@laurel/core/result';
import type { SheetRefusal } from '@laurel/core/sheet-refusal';
import { withoutChatMarks } from './chat-lines.ts';
import { decodeSheet } from './decode-sheet.ts';
import { guessDelimiter } from './delimiter.ts';
import { unescapedCell } from './escaped-cell.ts';
import { fileKindOf } from './file-kind.ts';
import { headerRowOf } from './header-row.ts';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, MAX_SHEET_BYTES } from './limits.ts';
import { withoutListMarks } from './name-list.ts';
import { namesInOneLine } from './names-in-one-line.ts';
import { readWorkbook } from './read-workbook.ts';
import { type Row, rowsOf } from './table.ts';

/** A sheet as it was given, without what it means. */
export type Sheet = {
  /** One header per column; empty texts where the sheet has none. */
  readonly columns: readonly string[];
  readonly headed: boolean;
  /** The rows below the headers that say something, each with as many cells as there are columns. */
  readonly rows: readonly Row[];
};

/** Stands in no sheet, so that the parser finds one cell a line. */
const NO_DELIMITER = '\u001F';

/**
 * Reads a list of people from an upload (XLSX, or text in any usual encoding) or from what was
 * pasted: values with any usual delimiter, rows copied from a program for sheets, or names one a
 * line, also as a list of a wiki. What a file is, its bytes tell and not its name. Rows above the
 * headers are left out, and so are apostrophes that only keep a cell from being a formula.
 */
export async function readSheet(given: Uint8Array | string): Promise<Result<Sheet, SheetRefusal>> {
  const size = typeof given === 'string' ? bytesOf(given) : given.length;
  if (size > MAX_SHEET_BYTES) {
    return refuse({ reason: 'sheet_too_large', maxBytes: MAX_SHEET_BYTES });
  }
  const rows = await rowsGiven(given);
  if (!rows.ok) return rows;
  const filled = rows.value.filter(isFilled);
  const refusal = refusalOf(filled);
  if (refusal !== null) return refuse(refusal);
  const sheet = sheetOf(filled);
  if (sheet.rows.length > MAX_ROWS) {
    return refuse({ reason: 'sheet_too_many_rows', maxRows: MAX_ROWS });
  }
  return sheet.rows.length === 0 ? refuse({ reason: 'sheet_empty' }) : ok(sheet);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

async function rowsGiven(
  given: Uint8Array | string,
): Promise<Result<readonly Row[], SheetRefusal>> {
  if (typeof given === 'string') return rowsOfText(given);
  const kind = fileKindOf(given);
  if (kind === 'zip') return readWorkbook(given);
  if (kind !== 'text') return refuse({ reason: 'sheet_format_unsupported', format: kind });
  const text = decodeSheet(given);
  return text.ok ? rowsOfText(text.value) : text;
}

function rowsOfText(given: string): Result<readonly Row[], SheetRefusal> {
  const text = withoutChatMarks(given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const [, named = null] = /^"?sep=(.)"?\n/i.exec(text) ?? [];
  // The line that names the delimiter stays as an empty one, so that lines keep their numbers.
  const body = named === null ? text : text.slice(text.indexOf('\n'));
  const together = named === null ? namesInOneLine(body) : null;
  if (together !== null) return listRows(together.join('\n'));
  const delimiter = named ?? guessDelimiter(body);
  const rows = delimiter === null ? listRows(body) : rowsOf(body, delimiter);
  if (!rows.ok) return rows;
  return ok(rows.value.map(({ line, cells }) => ({ line, cells: cells.map(unescapedCell) })));
}

/** Names one a line. Quotation marks are the file's where they can be, else the names' own. */
function listRows(text: string): Result<readonly Row[], SheetRefusal> {
  const quoted = /^"/m.test(text) ? rowsOf(text, NO_DELIMITER) : null;
  const rows = quoted?.ok ? quoted.value : linesOf(text);
  const entries = withoutListMarks(rows.map(({ cells }) => cells[0] ?? ''));
  return ok(rows.map(({ line }, at) => ({ line, cells: [entries[at] ?? ''] })));
}

function linesOf(text: string): readonly Row[] {
  return text.split('\n').map((line, at) => ({ line: at + 1, cells: [line] }));
}

function refusalOf(filled: readonly Row[]): SheetRefusal | null {
  if (filled.length === 0) return { reason: 'sheet_empty' };
  if (filled.some(({ cells }) => cells.length > MAX_COLUMNS)) {
    return { reason: 'sheet_too_many_columns', maxColumns: MAX_COLUMNS };
  }
  const long = filled.find(({ cells }) => cells.some((cell) => cell.length > MAX_CELL_CHARACTERS));
  return long === undefined
    ? null
    : { reason: 'sheet_cell_too_long', line: long.line, maxCharacters: MAX_CELL_CHARACTERS };
}

function isFilled({ cells }: Row): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

/** Columns without a header and without a value, as a comma at the end of each line makes, are left out. */
function sheetOf(filled: readonly Row[]): Sheet {
  const all = Array.from({ length: Math.max(...filled.map(({ cells }) => cells.length)) });
  const columns = [...all.keys()].filter((column) =>
    filled.some(({ cells }) => (cells[column] ?? '').trim() !== ''),
  );
  const width = columns.length;
  const rows = filled.map(({ line, cells }) => ({
    line,
    cells: columns.map((column) => cells[column] ?? ''),
  }));
  const header = headerRowOf(rows);
  return header === null
    ? { columns: Array.from({ length: width }, () => ''), headed: false, rows }
    : {
        columns: (rows[header]?.cells ?? []).map((cell) => cell.trim()),
        headed: true,
        rows: rows.slice(header + 1),
      };
}
