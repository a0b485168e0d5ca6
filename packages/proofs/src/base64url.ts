import { base64url } from 'jose';

/**
 * The bytes of base64url without padding (RFC 4648, Section 5); null for everything else, and for a text
 * whose last letter could be another one without changing the bytes (Section 3.5).
 */
export function bytesOfBase64url(text: string): Uint8Array | null {
  try {
    const bytes = base64url.decode(text);
    return base64url.encode(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
