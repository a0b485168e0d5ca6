import { escapedCell } from './escaped-cell.ts';

/**
 * Rows as a CSV file (RFC 4180) in UTF-8 with a byte order mark, by which programs for sheets know the
 * encoding. No cell can run as a formula. `readSheet` gives the same cells back.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')}`;
}

function written(cell: string): string {
  const escaped = escapedCell(cell);
  return /[",\r\n\t;|]|^\s|\s$/.test(escaped) ? `"${escaped.replaceAll('"', '""')}"` : escaped;
}
