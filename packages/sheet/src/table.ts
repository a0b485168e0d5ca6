import { ok, type Result, refuse } from '@laurel/core/result';
import { CsvError, parse } from 'csv-parse/sync';

/** One row with the line of the file on which it begins, counted from 1. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** A quotation mark is missing, or stands where none may be, in the row that begins on `line`. */
export type QuotingRefusal = { readonly reason: 'quoting_malformed'; readonly line: number };

const QUOTING_ERRORS: ReadonlySet<string> = new Set([
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'INVALID_OPENING_QUOTE',
]);

/**
 * The rows of a sheet (RFC 4180, with any delimiter); empty lines are left out. Rows may differ in
 * length.
 */
export function rowsOf(text: string, delimiter: string): Result<readonly Row[], QuotingRefusal> {
  // The parser counts CR LF inside quotation marks as two lines.
  const sheet = text.replace(/\r\n?/g, '\n');
  const rows: Row[] = [];
  let lastLineRead = 0;
  try {
    parse(sheet, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells, { lines }) => {
        const lineBreaksInside = cells.join('').split('\n').length - 1;
        rows.push({ line: lines - lineBreaksInside, cells });
        lastLineRead = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError) || !QUOTING_ERRORS.has(error.code)) throw error;
    return refuse({ reason: 'quoting_malformed', line: firstFilledLineAfter(lastLineRead, sheet) });
  }
  return ok(rows);
}

/** The parser names the line on which it gave up, for an open quotation mark the last one of all. */
function firstFilledLineAfter(line: number, sheet: string): number {
  const lines = sheet.split('\n');
  return lines.findIndex((text, index) => index >= line && text !== '') + 1;
}
