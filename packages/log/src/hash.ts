import { base64Of } from '@laurel/core/base64';
import { bytesIn } from './canonical-base64.ts';

/** A SHA-256 hash: 32 bytes. */
export type Hash = Uint8Array<ArrayBuffer>;

export const HASH_BYTES = 32;

/** SHA-256 over these bytes, one after another. */
export async function sha256(...parts: readonly Uint8Array[]): Promise<Hash> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of an entry as a leaf of the tree (RFC 6962, Section 2.1). */
export function leafHash(entry: Uint8Array): Promise<Hash> {
  return sha256(LEAF, entry);
}

/** The hash over two subtrees that stand beside each other (RFC 6962, Section 2.1). */
export function nodeHash(left: Hash, right: Hash): Promise<Hash> {
  return sha256(NODE, left, right);
}

/** A hash as base64 (RFC 4648, Section 4). */
export function hashText(hash: Hash): string {
  return base64Of(hash);
}

/** The hash in base64; null for anything else, also for 32 bytes written in another way. */
export function hashIn(text: string): Hash | null {
  const bytes = bytesIn(text);
  return bytes?.length === HASH_BYTES ? bytes : null;
}

/** True for the same bytes. Not for secrets: it takes longer the more they agree. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
