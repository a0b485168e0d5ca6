/** Entries as a bundle: of each its length as two bytes, the larger first, then its UTF-8 bytes (C2SP tlog-tiles). */
export function entryBundle(entries: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoded = entries.map((entry) => new TextEncoder().encode(entry));
  const bytes = new Uint8Array(encoded.reduce((length, entry) => length + 2 + entry.length, 0));
  let at = 0;
  for (const entry of encoded) {
    new DataView(bytes.buffer).setUint16(at, entry.length);
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/** The entries of a bundle, as bytes; null where it ends in the middle of one. */
export function readEntryBundle(bundle: Uint8Array): readonly Uint8Array<ArrayBuffer>[] | null {
  const entries: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < bundle.length; ) {
    const [high, low] = bundle.slice(at, at + 2);
    if (high === undefined || low === undefined) return null;
    const end = at + 2 + high * 256 + low;
    if (end > bundle.length) return null;
    entries.push(new Uint8Array(bundle.slice(at + 2, end)));
    at = end;
  }
  return entries;
}
