import { ok, type Result, refuse } from '@laurel/core/result';

/** A list of 33 million entries; the largest that are known of have one million. */
const MAX_LIST_BYTES = 4 * 1024 * 1024;

type Fault = 'list_unreadable' | 'list_too_large';

/**
 * The bytes of an `encodedList`: multibase base64url of GZIP (W3C Bitstring Status List 1.0, Section 3.4).
 * Unpacked as a stream that is left when there is too much: a small text cannot fill the memory.
 */
export function unpackedBitstring(encodedList: string): Promise<Result<Uint8Array, Fault>> {
  return encodedList.startsWith('u') ? unpacked(encodedList.slice(1), BASE64URL) : unreadable();
}

/** The same as StatusList2021 has it, which says base64, and was written in both of its alphabets. */
export function unpackedStatusList2021(encodedList: string): Promise<Result<Uint8Array, Fault>> {
  return unpacked(encodedList, ANY_BASE64);
}

/** The number in an entry of so many bits, the first bit of the list being the leftmost; null beyond its end. */
export function valueIn(list: Uint8Array, index: number, bitsPerEntry: number): number | null {
  const first = index * bitsPerEntry;
  if (first + bitsPerEntry > list.length * 8) return null;
  let value = 0;
  for (let at = first; at < first + bitsPerEntry; at += 1) {
    const byte = list[Math.floor(at / 8)] ?? 0;
    value = value * 2 + ((byte >> (7 - (at % 8))) & 1);
  }
  return value;
}

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const ANY_BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

async function unpacked(encoded: string, alphabet: RegExp): Promise<Result<Uint8Array, Fault>> {
  const packed = alphabet.test(encoded) ? bytesOf(encoded) : null;
  if (packed === null) return unreadable();
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return ok(joined(pieces, length));
      length += value.byteLength;
      if (length > MAX_LIST_BYTES) {
        await reader.cancel();
        return refuse('list_too_large');
      }
      pieces.push(value);
    }
  } catch {
    return unreadable();
  }
}

function bytesOf(encoded: string): Uint8Array<ArrayBuffer> | null {
  try {
    const base64 = encoded.replaceAll('-', '+').replaceAll('_', '/');
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

async function unreadable(): Promise<Result<never, Fault>> {
  return refuse('list_unreadable');
}
