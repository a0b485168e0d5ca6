import { ok, type Result, refuse } from '@laurel/core/result';
import { normaliseUsername } from '@laurel/core/username';
import type { DirectoryRefusal, WikimediaReader } from './action-api.ts';
import { askGlobalUsers, type GlobalUser, MAX_NAMES_PER_CALL } from './global-users.ts';
import { DEFAULT_RETRY_AFTER_SECONDS } from './retry-after.ts';

export type { DirectoryRefusal };

export type DirectoryEntry =
  | {
      readonly found: true;
      /** The global account id, decimal, as text. */
      readonly accountId: string;
      /** The name as the wiki writes it. */
      readonly username: string;
      readonly locked: boolean;
      /** ISO 8601, UTC; null where the wikis do not know it. */
      readonly registration: string | null;
    }
  | { readonly found: false; readonly why: 'missing' | 'invalid' };

/**
 * Who the wikis know by a name.
 *
 * `resolve` takes names in the form of `normaliseUsername`, any number, and answers with one entry
 * for each, under the name as given; or refuses as a whole. It never sleeps and never retries:
 * the caller waits `retryAfterSeconds` and asks again. A suppressed account is `missing`.
 */
export type Directory = {
  readonly resolve: (
    names: readonly string[],
  ) => Promise<Result<ReadonlyMap<string, DirectoryEntry>, DirectoryRefusal>>;
  /** The same by global account ids. An account that is gone or suppressed is `missing`. */
  readonly resolveIds: (
    accountIds: readonly string[],
  ) => Promise<Result<ReadonlyMap<string, DirectoryEntry>, DirectoryRefusal>>;
};

/** The directory of all Wikimedia wikis. One call at a time, as their etiquette for clients asks. */
export function globalUsersDirectory(wikimedia: WikimediaReader): Directory {
  return {
    resolve: (names) => resolve(wikimedia, names),
    resolveIds: (accountIds) => resolveIds(wikimedia, accountIds),
  };
}

async function resolve(
  wikimedia: WikimediaReader,
  names: readonly string[],
): Promise<Result<ReadonlyMap<string, DirectoryEntry>, DirectoryRefusal>> {
  const entries = new Map<string, DirectoryEntry>();
  const askable: string[] = [];
  for (const name of new Set(names)) {
    if (isAskable(name)) askable.push(name);
    else entries.set(name, { found: false, why: 'invalid' });
  }

  const calls = inCallsOf(MAX_NAMES_PER_CALL, askable);
  for (let asked = calls.shift(); asked !== undefined; asked = calls.shift()) {
    const answer = await askGlobalUsers(wikimedia, { names: asked });
    if (!answer.ok) return answer;

    const { users } = answer.value;
    const alone = asked.length === 1 && users.length === 1 ? asked[0] : undefined;
    for (const user of users) {
      const name = alone ?? nameAskedFor(user, asked);
      if (name !== undefined) entries.set(name, entryOf(user));
    }
    const left = asked.filter((name) => !entries.has(name));
    const progressed = left.length < asked.length;
    if (left.length === 0) continue;
    if (asked.length === 1 || (!answer.value.complete && !progressed)) {
      return refuse({
        reason: 'directory_unavailable',
        retryAfterSeconds: DEFAULT_RETRY_AFTER_SECONDS,
      });
    }
    // An answer that is cut short is continued by asking for the rest by name. The wiki's own
    // continuation repeats names that it already answered. A name that a whole answer seems to lack
    // came back in another canonical form than ours: asked alone, its answer cannot be mistaken.
    calls.unshift(...(answer.value.complete ? inCallsOf(1, left) : [left]));
  }
  return ok(entries);
}

async function resolveIds(
  wikimedia: WikimediaReader,
  accountIds: readonly string[],
): Promise<Result<ReadonlyMap<string, DirectoryEntry>, DirectoryRefusal>> {
  const entries = new Map<string, DirectoryEntry>();
  const calls = inCallsOf(MAX_NAMES_PER_CALL, [...new Set(accountIds)]);
  for (let asked = calls.shift(); asked !== undefined; asked = calls.shift()) {
    const answer = await askGlobalUsers(wikimedia, { ids: asked });
    if (!answer.ok) return answer;
    for (const user of answer.value.users) {
      if ('centralid' in user) entries.set(String(user.centralid), entryOf(user));
    }
    const left = asked.filter((id) => !entries.has(id));
    if (left.length === asked.length) {
      return refuse({
        reason: 'directory_unavailable',
        retryAfterSeconds: DEFAULT_RETRY_AFTER_SECONDS,
      });
    }
    if (left.length > 0) calls.unshift(left);
  }
  return ok(entries);
}

/** `|` separates names in a call, as does U+001F where it comes first: neither is ever in a name. */
function isAskable(name: string): boolean {
  return name !== '' && !name.includes('|') && !name.includes('\u001F');
}

function inCallsOf(size: number, names: readonly string[]): (readonly string[])[] {
  const calls: (readonly string[])[] = [];
  for (let start = 0; start < names.length; start += size) {
    calls.push(names.slice(start, start + size));
  }
  return calls;
}

function nameAskedFor(user: GlobalUser, asked: readonly string[]): string | undefined {
  if (!('name' in user)) return undefined;
  if (asked.includes(user.name)) return user.name;
  const normalised = normaliseUsername(user.name);
  return normalised.ok && asked.includes(normalised.value) ? normalised.value : undefined;
}

function entryOf(user: GlobalUser): DirectoryEntry {
  if ('invalid' in user) return { found: false, why: 'invalid' };
  if ('missing' in user) return { found: false, why: 'missing' };
  return {
    found: true,
    accountId: String(user.centralid),
    username: user.name,
    locked: user.locked,
    registration: user.registration ?? null,
  };
}
