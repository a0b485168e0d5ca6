import { unpacked } from './unpacked.ts';

/** A credential is below 10 KB, a bundle below 100. */
const MAX_FILE_BYTES = 1024 * 1024;
const MAX_FILES = 32;

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
  for (const match of text.matchAll(BEFORE_A_STREAM)) {
    const dictionary = text.slice(
      text.lastIndexOf(' obj', match.index) + ' obj'.length,
      match.index,
    );
    if (!/\/Type\s*\/EmbeddedFile\b/.test(dictionary)) continue;
    const start = match.index + match[0].length;
    const length = lengthIn(dictionary, text) ?? text.indexOf('endstream', start) - start;
    const bytes = await decoded(pdf.slice(start, start + length), dictionary);
    if (bytes !== null) files.push(new TextDecoder().decode(bytes));
    if (files.length === MAX_FILES) break;
  }
  return files;
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
