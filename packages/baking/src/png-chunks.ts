import { ok, type Result, refuse } from '@laurel/core/result';
import { crc32 } from './crc32.ts';

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
/** Length, type and CRC, four bytes each. */
const CHUNK_OVERHEAD_BYTES = 12;
const IHDR_BYTES = 13;
/** Far more than any encoder writes into 8 MiB; it bounds the memory of a hostile file. */
const MAX_CHUNKS = 20_000;

export type PngChunk = {
  readonly type: string;
  readonly data: Uint8Array;
  /** Where the chunk begins and ends in the file, in bytes. */
  readonly start: number;
  readonly end: number;
};

/**
 * The chunks of a PNG up to IEND, every length and CRC checked (PNG, Third Edition, Section 5).
 * What follows IEND is not part of the picture and is not read. A refusal is an English sentence.
 */
export function pngChunks(png: Uint8Array): Result<readonly PngChunk[], string> {
  if (!SIGNATURE.every((byte, index) => png[index] === byte)) {
    return refuse('The file does not begin with the PNG signature.');
  }
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: PngChunk[] = [];
  let start = SIGNATURE.length;
  for (;;) {
    if (start + CHUNK_OVERHEAD_BYTES > png.length) {
      return refuse(`The file ends at byte ${png.length}, before its IEND chunk.`);
    }
    if (chunks.length === MAX_CHUNKS) return refuse(`There are more than ${MAX_CHUNKS} chunks.`);
    const length = view.getUint32(start);
    if (length > png.length - start - CHUNK_OVERHEAD_BYTES) {
      return refuse(`The chunk at byte ${start} is longer than the file.`);
    }
    const end = start + CHUNK_OVERHEAD_BYTES + length;
    const typed = png.subarray(start + 4, end - 4);
    if (crc32(typed) !== view.getUint32(end - 4)) {
      return refuse(`The chunk at byte ${start} does not agree with its CRC.`);
    }
    const type = String.fromCharCode(...typed.subarray(0, 4));
    if ((chunks.length === 0) !== (type === 'IHDR' && length === IHDR_BYTES)) {
      return refuse('The header (IHDR) must be the first chunk, and there is one.');
    }
    chunks.push({ type, data: typed.subarray(4), start, end });
    if (type === 'IEND') return ok(chunks);
    start = end;
  }
}

/** One chunk as bytes, with its length and CRC. */
export function encodeChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(CHUNK_OVERHEAD_BYTES + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** A PNG of chunks as bytes, in their order (PNG, Third Edition, Section 5.2). */
export function pngFile(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, SIGNATURE.length);
  const png = new Uint8Array(bytes);
  png.set(SIGNATURE);
  let at = SIGNATURE.length;
  for (const chunk of chunks) {
    png.set(chunk, at);
    at += chunk.length;
  }
  return png;
}
