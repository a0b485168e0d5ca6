import { createHash } from 'node:crypto';
import { normaliseUsername } from '@laurel/core/username';

/** An account that was made up from its name alone, so that it is the same after every restart. */
export type InventedAccount = {
  /** Global account id: decimal, below 2^48, as text. Two names share one about once in 2^48. */
  readonly accountId: string;
  readonly username: string;
  /** Suppressed: missing for strangers, and without a name in its own profile. */
  readonly hidden: boolean;
  /** Cannot log in. */
  readonly locked: boolean;
  /** Exists on Meta, but is not part of a global account. */
  readonly unattached: boolean;
  readonly blockedOnMeta: boolean;
  /** ISO 8601, UTC. */
  readonly registration: string;
  readonly editCount: number;
};

export type Found =
  | { readonly kind: 'account'; readonly account: InventedAccount }
  | { readonly kind: 'missing'; readonly username: string }
  | { readonly kind: 'invalid'; readonly given: string };

/** Any valid user name is somebody, unless it begins with `Nobody`. */
export function accountNamed(given: string): Found {
  const normalised = normaliseUsername(given);
  if (!normalised.ok) return { kind: 'invalid', given };
  const username = normalised.value;
  if (username.startsWith('Nobody')) return { kind: 'missing', username };
  return { kind: 'account', account: invent(username) };
}

const FIRST_REGISTRATION_MS = Date.UTC(2005, 0, 1);
const LAST_REGISTRATION_MS = Date.UTC(2026, 0, 1);

/**
 * The account of this name.
 *
 * @param takes how often the name was given up before somebody new took it.
 */
export function invent(username: string, takes = 0): InventedAccount {
  const seed = takes === 0 ? username : `${username}#${takes}`;
  const digest = createHash('sha256').update(seed).digest();
  const share = digest.readUInt32BE(12) / 2 ** 32;
  const registeredMs = Math.floor(
    FIRST_REGISTRATION_MS + share * (LAST_REGISTRATION_MS - FIRST_REGISTRATION_MS),
  );
  return {
    accountId: String(Math.max(1, digest.readUIntBE(0, 6))),
    username,
    hidden: username.startsWith('Hidden'),
    locked: username.startsWith('Locked'),
    unattached: username.startsWith('Unattached'),
    blockedOnMeta: username.startsWith('Blocked'),
    registration: `${new Date(registeredMs).toISOString().slice(0, 19)}Z`,
    editCount: digest.readUInt16BE(8) % 5_000,
  };
}

/** What strangers see of an account in the global directory: some are not there for them. */
export function isPublic(account: InventedAccount): boolean {
  return !account.hidden && !account.unattached;
}
