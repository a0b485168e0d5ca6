import { ok, type Result, refuse } from '@laurel/core/result';
import type { SheetRefusal, UnreadableFormat } from '@laurel/core/sheet-refusal';
import { zipSync } from 'fflate';
import { inflateBounded } from './inflate-bounded.ts';
import { MAX_COLUMNS, MAX_INFLATED_BYTES, MAX_ROWS, MAX_ZIP_ENTRIES } from './limits.ts';
import { type ZipEntry, zipEntriesOf } from './zip-entries.ts';

const EMPTY_CELL = /<(?:\w+:)?c\s(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*?\/>/g;
const EMPTY_ROW = /<(?:\w+:)?row\b[^<>]*(?:\/>|>\s*<\/(?:\w+:)?row\s*>)/g;
/** The address of a cell, or the number of a row, wherever it stands. */
const ADDRESS = /\br\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const WELL_FORMED_ADDRESS = /^([A-Z]{0,3})(\d{1,7})$/;
/** Titles above the headers may come on top of the rows that are read. */
const LINES_ABOVE = 50;

/**
 * The parts of an XLSX workbook that tell what its cells say, packed anew without compression so that
 * a reader can be given them: they are few, small, without entities, and name no cell beyond the
 * limits. Cells that only have a format are left out.
 */
export function openWorkbook(archive: Uint8Array): Result<Uint8Array, SheetRefusal> {
  const entries = zipEntriesOf(archive, MAX_ZIP_ENTRIES);
  if (entries === null) {
    return refuse({
      reason: 'sheet_damaged',
      detail: `The file is not a whole ZIP archive of at most ${MAX_ZIP_ENTRIES} parts.`,
    });
  }
  const format = unreadableFormatOf(entries);
  if (format !== null) return refuse({ reason: 'sheet_format_unsupported', format });

  const parts: Record<string, Uint8Array> = {};
  let left = MAX_INFLATED_BYTES;
  for (const entry of entries.filter(({ name }) => isWanted(name))) {
    const inflated = inflateBounded(entry, left);
    if (inflated.outcome === 'too_large') {
      return refuse({
        reason: 'sheet_unsafe',
        detail: `The workbook unpacks to more than ${MAX_INFLATED_BYTES} bytes.`,
      });
    }
    if (inflated.outcome === 'damaged') return damaged(entry.name);
    left -= inflated.bytes.length;
    const part = checkedPart(entry.name, inflated.bytes);
    if (!part.ok) return part;
    parts[entry.name] = part.value;
  }
  return ok(zipSync(parts, { level: 0 }));
}

function damaged(name: string): Result<never, SheetRefusal> {
  return refuse({ reason: 'sheet_damaged', detail: `The part “${name}” cannot be unpacked.` });
}

function isWanted(name: string): boolean {
  return /^xl\/(?:workbook|styles|sharedStrings)\.xml$|^xl\/worksheets\/[^/]+\.xml$|^xl\/_rels\/workbook\.xml\.rels$/i.test(
    name,
  );
}

function unreadableFormatOf(entries: readonly ZipEntry[]): UnreadableFormat | null {
  const names = new Set(entries.map(({ name }) => name));
  if (entries.some(({ encrypted }) => encrypted)) return 'encrypted';
  if (names.has('xl/vbaProject.bin')) return 'macros';
  if (names.has('xl/workbook.bin')) return 'binary_excel';
  if (names.has('xl/workbook.xml')) return null;
  if (names.has('mimetype') && names.has('content.xml')) return 'opendocument';
  if (entries.some(({ name }) => name.endsWith('.iwa') || name === 'Index.zip')) return 'numbers';
  return 'other_zip';
}

function checkedPart(name: string, bytes: Uint8Array): Result<Uint8Array, SheetRefusal> {
  const xml = new TextDecoder().decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    return refuse({
      reason: 'sheet_unsafe',
      detail: 'The workbook declares entities, which no program for sheets does.',
    });
  }
  if (!name.startsWith('xl/worksheets/')) return ok(bytes);
  const filled = xml.replace(EMPTY_CELL, '').replace(EMPTY_ROW, '');
  for (const [, quoted, singlyQuoted] of filled.matchAll(ADDRESS)) {
    const refusal = addressRefusal(quoted ?? singlyQuoted ?? '');
    if (refusal !== null) return refuse(refusal);
  }
  return ok(new TextEncoder().encode(filled));
}

/** A cell far out would make the reader fill in all that lies before it. */
function addressRefusal(address: string): SheetRefusal | null {
  const [, letters = '', row] = WELL_FORMED_ADDRESS.exec(address) ?? [];
  if (row === undefined) {
    return { reason: 'sheet_damaged', detail: 'A cell has an address that cannot be read.' };
  }
  if (Number(row) > MAX_ROWS + LINES_ABOVE) {
    return { reason: 'sheet_too_many_rows', maxRows: MAX_ROWS };
  }
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return column > MAX_COLUMNS
    ? { reason: 'sheet_too_many_columns', maxColumns: MAX_COLUMNS }
    : null;
}
