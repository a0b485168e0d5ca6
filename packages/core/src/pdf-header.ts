/** Readers take a file for a PDF whose header stands this far in (PDF 2.0, Section 7.5.2; Adobe's notes). */
const MAX_BEFORE_HEADER = 1024;

const HEADER = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** True for a file with `%PDF-` at its beginning, or behind a little of something else. */
export function hasPdfHeader(bytes: Uint8Array): boolean {
  const last = Math.min(MAX_BEFORE_HEADER, bytes.length - HEADER.length);
  for (let at = 0; at <= last; at += 1) {
    if (HEADER.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
