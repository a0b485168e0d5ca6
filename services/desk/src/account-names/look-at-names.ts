import { inSet } from '@laurel/store/in-set';
import { accounts, sessions } from '@laurel/store/private/desk';
import { type DirectoryEntry, globalUsersDirectory } from '@laurel/wikimedia/directory';
import { and, asc, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { keepNames } from './keep-names.ts';

/** A name that was seen so long ago is looked at: with the hourly cron, each one once a day. */
const LOOK_AFTER_SECONDS = 23 * 3_600;

/** Whoever is missing is asked for again after this long, before anything is done that cannot be undone. */
const ASK_TWICE_AFTER_SECONDS = 3_600;

/** Accounts in one call, as many as Wikimedia takes. */
const PER_CALL = 50;

/** What one run asks: then other work has its turn. */
const MAX_CALLS = 5;

/** Nobody waits for it, so that a Wikimedia in trouble is left alone for so long. */
const SHORTEST_WAIT_SECONDS = 600;

/**
 * Asks Wikimedia by their ids what accounts are called now whose names were seen a day ago, and goes by it.
 * Each call is kept by itself: a run may be cut off anywhere, and the next goes on. Where Wikimedia does not
 * answer, or not as it should, nothing changes. Null when nobody is left; else the seconds to wait.
 */
export async function lookAtNames(desk: Desk): Promise<number | null> {
  for (let call = 0; call < MAX_CALLS; call += 1) {
    const due = await accountsToLookAt(desk);
    if (due.length === 0) return null;
    const entries = await globalUsersDirectory(desk.wikimedia).resolveIds(due.map(({ id }) => id));
    if (!entries.ok) return Math.max(entries.failure.retryAfterSeconds, SHORTEST_WAIT_SECONDS);
    await keepAnswers(desk, due, entries.value);
  }
  return 0;
}

type Due = Awaited<ReturnType<typeof accountsToLookAt>>[number];

function accountsToLookAt({ store, nowSeconds }: Desk) {
  const { id, username, usernameSeenAtSeconds, missingSinceSeconds } = accounts;
  return store
    .select({ id, username, missingSinceSeconds })
    .from(accounts)
    .where(
      and(
        lte(usernameSeenAtSeconds, nowSeconds - LOOK_AFTER_SECONDS),
        or(
          isNull(missingSinceSeconds),
          lte(missingSinceSeconds, nowSeconds - ASK_TWICE_AFTER_SECONDS),
        ),
      ),
    )
    .orderBy(asc(usernameSeenAtSeconds), id)
    .limit(PER_CALL);
}

/**
 * A lock changes nothing that is said of anybody, as it may be a mistake; but who is locked acts nowhere,
 * and so not here either.
 */
async function keepAnswers(
  desk: Desk,
  due: readonly Due[],
  entries: ReadonlyMap<string, DirectoryEntry>,
): Promise<void> {
  const told = due.map((account) => ({ ...account, entry: entries.get(account.id) }));
  const isMissing = ({ entry }: (typeof told)[number]) => entry?.found !== true;
  const unsure = told.filter(
    (one) => isMissing(one) && one.username !== null && one.missingSinceSeconds === null,
  );
  const sure = told.filter((one) => !unsure.includes(one));
  const locked = told.flatMap(({ id, entry }) => (entry?.found && entry.locked ? [id] : []));
  await desk.store.batch([
    desk.store
      .update(accounts)
      .set({ missingSinceSeconds: desk.nowSeconds })
      .where(inArray(accounts.id, inSet(unsure.map(({ id }) => id)))),
    ...keepNames(
      desk,
      sure.map(({ id: accountId, entry }) => ({
        accountId,
        username: entry?.found ? entry.username : null,
      })),
    ),
    desk.store.delete(sessions).where(inArray(sessions.accountId, inSet(locked))),
  ]);
}
