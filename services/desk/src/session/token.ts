import { hexOf } from '../hex.ts';

const TOKEN_BYTES = 32;

/** A new secret for a browser to hold: 256 random bits, lower-case hex. */
export function newToken(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
}

/** True for a text that could be such a token. */
export function isToken(candidate: string): boolean {
  return /^[0-9a-f]{64}$/.test(candidate);
}
