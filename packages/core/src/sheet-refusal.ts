/** What a file turned out to be, where it is no sheet that can be read. */
export const UNREADABLE_FORMATS = [
  'old_excel',
  'encrypted',
  'macros',
  'binary_excel',
  'opendocument',
  'numbers',
  'other_zip',
  'pdf',
  'binary',
] as const;
export type UnreadableFormat = (typeof UNREADABLE_FORMATS)[number];

/** Why a sheet cannot be read as a whole. Lines are counted from 1. */
export type SheetRefusal =
  | { readonly reason: 'sheet_empty' }
  | { readonly reason: 'sheet_too_large'; readonly maxBytes: number }
  | { readonly reason: 'sheet_too_many_rows'; readonly maxRows: number }
  | { readonly reason: 'sheet_too_many_columns'; readonly maxColumns: number }
  | {
      readonly reason: 'sheet_cell_too_long';
      readonly line: number;
      readonly maxCharacters: number;
    }
  | { readonly reason: 'sheet_format_unsupported'; readonly format: UnreadableFormat }
  /** A workbook that unpacks to more than a sheet of people can need, or that brings entities along. */
  | { readonly reason: 'sheet_unsafe'; readonly detail: string }
  | { readonly reason: 'sheet_damaged'; readonly detail: string }
  /** A quotation mark is missing, or stands where none may be, in the row that begins on `line`. */
  | { readonly reason: 'sheet_quoting'; readonly line: number };
