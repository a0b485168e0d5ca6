import { createHash } from 'node:crypto';
import { accountNamed, type Found, type InventedAccount, invent } from './account.ts';

/** What may happen to accounts on the wikis. Each throws where it could not happen there. */
export type AccountChanges = {
  /** Gives an account another name, which nobody that was seen so far may bear. The old one is free. */
  readonly rename: (from: string, to: string) => void;
  /** Renames it as Wikimedia does for who wants to vanish; the name that it has now. */
  readonly vanish: (username: string) => string;
  /** Suppresses an account, or shows it again. */
  readonly setHidden: (username: string, hidden: boolean) => void;
  readonly setLocked: (username: string, locked: boolean) => void;
  /** Somebody new takes a name that was given up; their account's id. */
  readonly take: (username: string) => string;
};

export type Accounts = AccountChanges & {
  readonly byName: (given: string) => Found;
  /** Only accounts that were asked for by name before: an id cannot be turned back into one. */
  readonly byId: (accountId: string) => InventedAccount | undefined;
  /** All that were asked for by name before. */
  readonly seen: () => readonly InventedAccount[];
  /** Remembers an account of an earlier run by its name then; null is a hidden one. */
  readonly recall: (accountId: string, username: string | null) => void;
};

/** Any valid name is somebody's, until its account is renamed. */
export function inventedAccounts(): Accounts {
  const byId = new Map<string, InventedAccount>();
  /** Whose a name is, or was last, where that is not who was invented for it. */
  const bearers = new Map<string, string>();
  const takes = new Map<string, number>();

  const byName = (given: string): Found => {
    const found = accountNamed(given);
    if (found.kind !== 'account') return found;
    const { username, accountId } = found.account;
    const account = byId.get(bearers.get(username) ?? accountId) ?? found.account;
    if (account.username !== username) return { kind: 'missing', username };
    byId.set(account.accountId, account);
    return { kind: 'account', account };
  };
  const mustFind = (username: string): InventedAccount => {
    const found = byName(username);
    if (found.kind !== 'account') throw new Error(`nobody is called ${username}`);
    return found.account;
  };
  const bear = (account: InventedAccount, username: string) => {
    bearers.set(username, account.accountId);
    byId.set(account.accountId, { ...account, username });
  };
  const isBorne = (username: string) =>
    [...byId.values()].some((account) => account.username === username);

  const rename = (from: string, to: string) => {
    const account = mustFind(from);
    const wanted = accountNamed(to);
    if (wanted.kind !== 'account') throw new Error(`nobody can be called ${to}`);
    const { username } = wanted.account;
    if (isBorne(username)) throw new Error(`somebody is called ${username}`);
    bear(account, username);
  };
  return {
    byName,
    byId: (accountId) => byId.get(accountId),
    seen: () => [...byId.values()],
    rename,
    vanish: (username) => {
      const { accountId } = mustFind(username);
      const random = createHash('md5').update(accountId).digest('hex');
      rename(username, `Renamed user ${random}`);
      return `Renamed user ${random}`;
    },
    setHidden: (username, hidden) => {
      const account = mustFind(username);
      byId.set(account.accountId, { ...account, hidden });
    },
    setLocked: (username, locked) => {
      const account = mustFind(username);
      byId.set(account.accountId, { ...account, locked });
    },
    take: (username) => {
      if (byName(username).kind !== 'missing') throw new Error(`${username} was not given up`);
      const count = (takes.get(username) ?? 0) + 1;
      takes.set(username, count);
      const account = invent(username, count);
      bear(account, username);
      return account.accountId;
    },
    recall: (accountId, username) => {
      const account = { ...invent(username ?? ''), accountId };
      if (username === null) byId.set(accountId, { ...account, hidden: true });
      else bear(account, username);
    },
  };
}
