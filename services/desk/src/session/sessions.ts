import { accounts, sessions } from '@laurel/store/private/desk';
import { and, eq, gt, or } from 'drizzle-orm';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { isToken, newToken } from './token.ts';

/** A session that nobody uses for so long ends. */
const IDLE_SECONDS = 7 * 86_400;
/** However much it is used, a session ends after this long. */
const LONGEST_SECONDS = 30 * 86_400;
/** How often a session in use gets a new token: a stolen one is worth little after that. */
const ROTATE_AFTER_SECONDS = 3_600;
/** How long the token before the last stays good: pages that were asked for together arrive so. */
const GRACE_SECONDS = 60;

export type Session = {
  readonly id: string;
  readonly accountId: string;
  /** Null for an account that Wikimedia hides. */
  readonly username: string | null;
};

/** A token for the browser, and how long it should keep it. */
export type FreshToken = { readonly token: string; readonly maxAgeSeconds: number };

export type FoundSession = {
  readonly session: Session;
  /** Null where the presented token is young enough, or another request has just replaced it. */
  readonly fresh: FreshToken | null;
};

/**
 * Begins a session with a token of its own. The session that the browser came with ends, whichever of
 * its tokens was presented: a token planted before the login, or stolen and moved on, ends with it.
 */
export async function beginSession(
  { store, nowSeconds }: Desk,
  accountId: string,
  presented: string | null,
): Promise<FreshToken> {
  const before = presented === null || !isToken(presented) ? '' : await sha256Hex(presented);
  const token = newToken();
  await store.batch([
    store
      .delete(sessions)
      .where(or(eq(sessions.tokenHash, before), eq(sessions.previousTokenHash, before))),
    store.insert(sessions).values({
      id: freshId(),
      accountId,
      tokenHash: await sha256Hex(token),
      previousTokenHash: null,
      rotatedAtSeconds: nowSeconds,
      idleUntilSeconds: nowSeconds + IDLE_SECONDS,
      endsAtSeconds: nowSeconds + LONGEST_SECONDS,
    }),
  ]);
  return { token, maxAgeSeconds: IDLE_SECONDS };
}

/** The session of a presented token, if it still holds. With `mayRotate`, an old token is replaced. */
export async function findSession(
  desk: Desk,
  presented: string,
  mayRotate: boolean,
): Promise<FoundSession | null> {
  if (!isToken(presented)) return null;
  const { store, nowSeconds } = desk;
  const hash = await sha256Hex(presented);
  const [row] = await store
    .select({
      id: sessions.id,
      accountId: sessions.accountId,
      username: accounts.username,
      tokenHash: sessions.tokenHash,
      rotatedAtSeconds: sessions.rotatedAtSeconds,
      endsAtSeconds: sessions.endsAtSeconds,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(
      and(
        or(
          eq(sessions.tokenHash, hash),
          and(
            eq(sessions.previousTokenHash, hash),
            gt(sessions.rotatedAtSeconds, nowSeconds - GRACE_SECONDS),
          ),
        ),
        gt(sessions.idleUntilSeconds, nowSeconds),
        gt(sessions.endsAtSeconds, nowSeconds),
      ),
    );
  if (row === undefined) return null;
  const { id, accountId, username } = row;
  const due = row.tokenHash === hash && row.rotatedAtSeconds + ROTATE_AFTER_SECONDS <= nowSeconds;
  return {
    session: { id, accountId, username },
    fresh: due && mayRotate ? await rotate(desk, hash, row.endsAtSeconds) : null,
  };
}

/** Of two requests at once only one finds the hash it read: the other goes on within the grace. */
async function rotate(
  { store, nowSeconds }: Desk,
  hash: string,
  endsAtSeconds: number,
): Promise<FreshToken | null> {
  const token = newToken();
  const idleUntilSeconds = Math.min(nowSeconds + IDLE_SECONDS, endsAtSeconds);
  const rotated = await store
    .update(sessions)
    .set({
      tokenHash: await sha256Hex(token),
      previousTokenHash: hash,
      rotatedAtSeconds: nowSeconds,
      idleUntilSeconds,
    })
    .where(eq(sessions.tokenHash, hash))
    .returning({ id: sessions.id });
  return rotated.length === 0 ? null : { token, maxAgeSeconds: idleUntilSeconds - nowSeconds };
}

/** Logs out this one browser; repeating it changes nothing. */
export async function endSession({ store }: Desk, { id }: Session): Promise<void> {
  await store.delete(sessions).where(eq(sessions.id, id));
}

/** Logs the account out everywhere. */
export async function endEverySession({ store }: Desk, { accountId }: Session): Promise<void> {
  await store.delete(sessions).where(eq(sessions.accountId, accountId));
}
