import { base64Of, bytesOfBase64 } from '@laurel/core/base64';

/**
 * The bytes of base64 (RFC 4648, Section 4) that is written in the one way it has: with its padding, with
 * no bits left over and no white space. Null for anything else, so that no text has two spellings.
 */
export function bytesIn(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  try {
    const bytes = bytesOfBase64(text);
    return base64Of(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
