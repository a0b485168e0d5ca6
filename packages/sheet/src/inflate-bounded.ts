import { Inflate } from 'fflate';
import type { ZipEntry } from './zip-entries.ts';

/** One piece cannot unpack to more than about 1,032 times its size (RFC 1951), so four megabytes. */
const PIECE_BYTES = 4096;

export type Inflated =
  | { readonly outcome: 'done'; readonly bytes: Uint8Array }
  | { readonly outcome: 'too_large' }
  | { readonly outcome: 'damaged' };

/**
 * What an entry unpacks to, at most `maxBytes`. Counts the bytes that come out, whatever the archive
 * says of their number, and stops soon after there are too many.
 */
export function inflateBounded(entry: ZipEntry, maxBytes: number): Inflated {
  if (entry.method === 0) {
    return entry.compressed.length > maxBytes
      ? { outcome: 'too_large' }
      : { outcome: 'done', bytes: entry.compressed };
  }
  if (entry.method !== 8) return { outcome: 'damaged' };
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    size += piece.length;
    if (size <= maxBytes) pieces.push(piece);
  });
  try {
    for (let at = 0; at < entry.compressed.length && size <= maxBytes; at += PIECE_BYTES) {
      const end = Math.min(at + PIECE_BYTES, entry.compressed.length);
      inflate.push(entry.compressed.subarray(at, end), end === entry.compressed.length);
    }
  } catch {
    return { outcome: 'damaged' };
  }
  return size > maxBytes
    ? { outcome: 'too_large' }
    : { outcome: 'done', bytes: joined(pieces, size) };
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
