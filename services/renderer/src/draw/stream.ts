import { deflateSync } from 'node:zlib';
import { type PDFContext, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';

/** Entries of a dictionary as `PDFContext.obj` takes them. */
type Entries = {
  readonly [name: string]: Entry;
};
type Entry = string | number | PDFRef | readonly number[] | Entries;

/** Adds a compressed stream (PDF 2.0, 7.3.8 and 7.4.4) to a file. */
export function addStream(
  context: PDFContext,
  content: string | Uint8Array,
  entries: Entries = {},
): PDFRef {
  const bytes = deflateSync(content, { level: 6 });
  const dictionary = context.obj({ ...entries, Filter: 'FlateDecode', Length: bytes.length });
  return context.register(PDFRawStream.of(dictionary, bytes));
}
