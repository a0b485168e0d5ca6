import { base64Of } from '@laurel/core/base64';
import { HASH_BYTES, type Hash, hashIn, hashText, leafHash, sha256 } from './hash.ts';

/**
 * What an entry is about: something that was signed for a holder or by VC-API, the history of somebody's
 * keys, or a status list.
 */
export const ENTRY_KINDS = ['credential', 'key', 'status'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One entry of the log, and all that it says. */
export type LogEntry = {
  readonly kind: EntryKind;
  /** When it came into the log; never before the entry above it. Seconds since the epoch. */
  readonly loggedAtSeconds: number;
  /** Of a credential, over a salt and the signed bytes; of what is public, over its bytes. */
  readonly hash: Hash;
};

/** Salts are of 32 random bytes. */
export const SALT_BYTES = 32;

const ENTRY = /^laurel\/1 (credential|key|status) (0|[1-9][0-9]{0,14}) ([A-Za-z0-9+/]{43}=)$/;

/**
 * The one line of an entry, without a line break: `laurel/1`, the kind, the time as decimal seconds since
 * the epoch, and the hash in base64 (RFC 4648, Section 4), with one space between each two. Its UTF-8 bytes
 * are the entry in the sense of C2SP tlog-tiles.
 */
export function entryText({ kind, loggedAtSeconds, hash }: LogEntry): string {
  return `laurel/1 ${kind} ${loggedAtSeconds} ${hashText(hash)}`;
}

/** What an entry's line says; null for anything that is not written exactly so. */
export function readEntry(text: string): LogEntry | null {
  const [, kindText, seconds, hashed = ''] = ENTRY.exec(text) ?? [];
  const kind = ENTRY_KINDS.find((one) => one === kindText);
  const hash = hashIn(hashed);
  return kind === undefined || hash === null
    ? null
    : { kind, loggedAtSeconds: Number(seconds), hash };
}

/** The entry's hash as a leaf. */
export function leafOf(entry: LogEntry): Promise<Hash> {
  return leafHash(utf8(entryText(entry)));
}

/** What stands in the log for something public: SHA-256 over its UTF-8 bytes. */
export function publicHash(text: string): Promise<Hash> {
  return sha256(utf8(text));
}

/**
 * What stands in the log for a signed credential: SHA-256 over its salt, then its UTF-8 bytes. Without the
 * salt nobody can tell from the text which entry it is.
 */
export function saltedHash(salt: Uint8Array, text: string): Promise<Hash> {
  if (salt.length !== SALT_BYTES) throw new Error('a salt of another length');
  return sha256(salt, utf8(text));
}

/** A salt as base64. */
export function saltText(salt: Uint8Array): string {
  return base64Of(salt);
}

/** The salt in base64; null for anything else. */
export function saltIn(text: string): Uint8Array<ArrayBuffer> | null {
  // Both are 32 bytes, written in the same one way.
  return SALT_BYTES === HASH_BYTES ? hashIn(text) : null;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
