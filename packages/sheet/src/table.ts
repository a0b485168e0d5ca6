import { ok, type Result, refuse } from '@laurel/core/result';
import type { SheetRefusal } from '@laurel/core/sheet-refusal';
import { CsvError, parse } from 'csv-parse/sync';

/** One row with the line of the file on which it begins, counted from 1. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/**
 * The rows of a text (RFC 4180, with any delimiter) whose line ends are LF; empty lines are left out.
 * Rows may differ in length. A quotation mark within a cell is a part of it, as in a nickname or in a
 * formula; one that opens a cell and is never closed is refused.
 */
export function rowsOf(text: string, delimiter: string): Result<readonly Row[], SheetRefusal> {
  const rows: Row[] = [];
  let lastLineRead = 0;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells, { lines }) => {
        const lineBreaksInside = cells.join('').split('\n').length - 1;
        rows.push({ line: lines - lineBreaksInside, cells });
        lastLineRead = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    return refuse({ reason: 'sheet_quoting', line: firstFilledLineAfter(lastLineRead, text) });
  }
  return ok(rows);
}

/** The parser names the line on which it gave up, for an open quotation mark the last one of all. */
function firstFilledLineAfter(line: number, sheet: string): number {
  const lines = sheet.split('\n');
  return lines.findIndex((text, index) => index >= line && text !== '') + 1;
}
