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

function invent(username: string): InventedAccount {
  const digest = createHash('sha256').update(username).digest();
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

export type Accounts = {
  readonly byName: (given: string) => Found;
  /** Only accounts that were asked for by name before: an id cannot be turned back into one. */
  readonly byId: (accountId: string) => InventedAccount | undefined;
  /** All that were asked for by name before. */
  readonly seen: () => readonly InventedAccount[];
};

export function inventedAccounts(): Accounts {
  const seen = new Map<string, InventedAccount>();
  return {
    byName: (given) => {
      const found = accountNamed(given);
      if (found.kind === 'account') seen.set(found.account.accountId, found.account);
      return found;
    },
    byId: (accountId) => seen.get(accountId),
    seen: () => [...seen.values()],
  };
}
