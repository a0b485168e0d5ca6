/** One file of a ZIP archive, as its central directory has it. Sizes are what it claims. */
export type ZipEntry = {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated (APPNOTE.TXT, section 4.4.5). */
  readonly method: number;
  readonly compressed: Uint8Array;
};

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;

/**
 * The central directory of a ZIP archive (APPNOTE.TXT, section 4.3). Null where there is none that can
 * be read, where it is a ZIP64 archive, or where it names more than `maxEntries` files.
 */
export function zipEntriesOf(archive: Uint8Array, maxEntries: number): readonly ZipEntry[] | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const end = endOf(view);
    if (end === null) return null;
    const count = view.getUint16(end + 10, true);
    if (count > maxEntries) return null;
    const entries: ZipEntry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let read = 0; read < count; read += 1) {
      if (view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
      const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) =>
        view.getUint16(at + offset, true),
      );
      const entry = entryAt(archive, view, at, nameBytes ?? 0);
      if (entry === null) return null;
      entries.push(entry);
      at += 46 + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function endOf(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}

function entryAt(
  archive: Uint8Array,
  view: DataView,
  at: number,
  nameBytes: number,
): ZipEntry | null {
  const size = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== LOCAL_SIGNATURE) return null;
  const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (begin + size > archive.length) return null;
  return {
    name: new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameBytes)),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    compressed: archive.subarray(begin, begin + size),
  };
}
