import type { EmbeddedFile } from '@laurel/contracts/pdf-parts';
import {
  BaseStream,
  Dict,
  FileSpec,
  Name,
  NameTree,
  type PDFDocument,
  Ref,
} from '../../generated/pdf-reader.js';
import { MAX_FILE_BYTES, MAX_FILES, MAX_FILES_BYTES, MAX_LISTED } from './limits.ts';

const CHUNK_BYTES = 16 * 1024;

/**
 * The files in a PDF, each once: those of the document, those that are associated with it, and those
 * pinned to its pages (PDF 2.0, Sections 7.11.4, 14.13 and 12.5.6.15). Null where there are too many,
 * or they are too much together.
 */
export function embeddedFiles(
  { xref }: PDFDocument,
  pages: readonly Dict[],
): readonly EmbeddedFile[] | null {
  const names = dictIn(xref.root.get('Names'))?.getRaw('EmbeddedFiles');
  const named = names === undefined ? [] : [...treeOf(names, xref).values()];
  const associated = [xref.root, ...pages].flatMap((owner) => listOf(owner.get('AF')));
  const pinned = pages
    .flatMap((page) => listOf(page.get('Annots')))
    .map((annotation) => dictIn(xref.fetchIfRef(annotation)))
    .filter((annotation) => nameIn(annotation?.get('Subtype')) === 'FileAttachment')
    .map((annotation) => annotation?.get('FS'));
  const streams = new Map<unknown, EmbeddedFile | null>();
  let size = 0;
  for (const given of [...named, ...associated, ...pinned]) {
    const specification = dictIn(xref.fetchIfRef(given));
    const [key, stream] = specification === null ? [] : streamOf(specification);
    if (specification === null || stream === undefined || streams.has(key)) continue;
    if (streams.size >= MAX_FILES) return null;
    const file = fileOf(specification, stream);
    streams.set(key, file);
    size += file?.bytes.length ?? 0;
    if (size > MAX_FILES_BYTES) return null;
  }
  return [...streams.values()].filter((file) => file !== null);
}

/** A tree that leads back into itself has no names. */
function treeOf(root: unknown, xref: PDFDocument['xref']): ReadonlyMap<unknown, unknown> {
  try {
    return new NameTree(root, xref).getAll(true);
  } catch {
    return new Map();
  }
}

/** The stream of a file, and what it is known by. */
function streamOf(specification: Dict): readonly [unknown, BaseStream] | readonly [] {
  const streams = dictIn(specification.get('EF'));
  const name = ['UF', 'F'].find((one) => streams?.getRaw(one) !== undefined) ?? 'F';
  const stream = streams?.get(name);
  const raw = streams?.getRaw(name);
  return stream instanceof BaseStream ? [raw instanceof Ref ? raw.toString() : raw, stream] : [];
}

function fileOf(specification: Dict, stream: BaseStream): EmbeddedFile | null {
  const bytes = bytesOf(stream);
  if (bytes === null) return null;
  const { filename } = new FileSpec(specification, true);
  return { name: filename, mediaType: nameIn(stream.dict?.get('Subtype')), bytes };
}

/** Null for more than a credential can be, and for what does not unpack. */
function bytesOf(stream: BaseStream): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const chunk = stream.getBytes(CHUNK_BYTES);
      if (chunk.length === 0) break;
      size += chunk.length;
      if (size > MAX_FILE_BYTES) return null;
      chunks.push(chunk.slice());
    }
  } catch {
    return null;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MAX_LISTED) : [];
}

function dictIn(value: unknown): Dict | null {
  return value instanceof Dict ? value : null;
}

function nameIn(value: unknown): string | null {
  return value instanceof Name ? value.name : null;
}
