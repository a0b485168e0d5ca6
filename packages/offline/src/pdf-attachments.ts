import { unpacked } from './unpacked.ts';

/** A credential is below 10 KB, a bundle below 100. */
const MAX_FILE_BYTES = 1024 * 1024;
const MAX_FILES = 32;

/** Of a stream of this type: a type, a length, a filter, and some words on what it was. */
const MAX_DICTIONARY_LETTERS = 4096;

/** An object’s dictionary, up to where its stream begins (PDF 2.0, Sections 7.3.8 and 7.3.10). */
const BEFORE_A_STREAM = />>\s*stream\r?\n/g;

/**
 * The files embedded in a PDF, each as text, in the order in which they stand. Reads what certificates
 * and programs that save them anew write: streams of the type EmbeddedFile, plain or packed by Flate. It
 * follows no tree of names, so that a file finds its way here from a damaged PDF too; not from
 * an encrypted one.
 */
export async function filesInPdf(pdf: Uint8Array<ArrayBuffer>): Promise<readonly string[]> {
  // One letter for each byte, whichever it is.
  const text = new TextDecoder('latin1').decode(pdf);
  const files: string[] = [];
  let seen = 0;
  for (const match of text.matchAll(BEFORE_A_STREAM)) {
    const before = text.slice(Math.max(0, match.index - MAX_DICTIONARY_LETTERS), match.index);
    const dictionary = before.slice(before.lastIndexOf(' obj') + ' obj'.length);
    if (!/\/Type\s*\/EmbeddedFile\b/.test(dictionary)) continue;
    const start = match.index + match[0].length;
    const length = lengthIn(dictionary, text) ?? lengthUpToItsEnd(text, start);
    const bytes = await decoded(pdf.slice(start, start + length), dictionary);
    if (bytes !== null) files.push(new TextDecoder().decode(bytes));
    seen += 1;
    if (seen === MAX_FILES) break;
  }
  return files;
}

/** Where its length is told in what is packed itself: up to the end of line before the word that ends it. */
function lengthUpToItsEnd(text: string, start: number): number {
  const end = text.indexOf('endstream', start);
  const [lineEnd = ''] = /\r?\n?$/.exec(text.slice(Math.max(start, end - 2), end)) ?? [];
  return end - lineEnd.length - start;
}

/** As it stands there, or in an object of its own; null where there is none. */
function lengthIn(dictionary: string, text: string): number | null {
  const [, number, generation] = /\/Length\s+(\d+)(?:\s+(\d+)\s+R)?/.exec(dictionary) ?? [];
  if (number === undefined || generation === undefined) return Number(number ?? Number.NaN) || null;
  const [, length] = new RegExp(`\\b${number}\\s+${generation}\\s+obj\\s+(\\d+)`).exec(text) ?? [];
  return Number(length ?? Number.NaN) || null;
}

async function decoded(
  bytes: Uint8Array<ArrayBuffer>,
  dictionary: string,
): Promise<Uint8Array | null> {
  const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(dictionary)?.[1];
  if (filter === undefined) return bytes.length > MAX_FILE_BYTES ? null : bytes;
  return filter === 'FlateDecode' ? unpacked(bytes, 'deflate', MAX_FILE_BYTES) : null;
}
