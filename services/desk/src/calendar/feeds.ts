import { calendarFeeds, grants } from '@laurel/store/private/desk';
import { and, eq, gt } from 'drizzle-orm';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';

/** Whose terms a feed has: the account’s own, or an issuer’s as this member asked for them. */
export type FeedOwner = { readonly accountId: string; readonly issuer: string };

/** Makes an address in the place of the one before; its secret part, which nothing keeps. */
export async function makeFeed({ store, nowSeconds }: Desk, owner: FeedOwner): Promise<string> {
  const token = freshId();
  await store.batch([
    store.delete(calendarFeeds).where(isOf(owner)),
    store
      .insert(calendarFeeds)
      .values({ tokenHash: await sha256Hex(token), ...owner, madeAtSeconds: nowSeconds }),
  ]);
  return token;
}

/** Has the address answer no more. May be repeated. */
export async function endFeed({ store }: Desk, owner: FeedOwner): Promise<void> {
  await store.delete(calendarFeeds).where(isOf(owner));
}

/** True where there is an address. */
export async function hasFeed({ store }: Desk, owner: FeedOwner): Promise<boolean> {
  return (await store.$count(calendarFeeds, isOf(owner))) > 0;
}

/** Whose terms an address has; null for what is none any more, and for a member whose grants are over. */
export async function feedAt(
  { store, nowSeconds }: Desk,
  token: string,
): Promise<FeedOwner | null> {
  const [found] = await store
    .select({ accountId: calendarFeeds.accountId, issuer: calendarFeeds.issuer })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.tokenHash, await sha256Hex(token)));
  if (found === undefined || found.issuer === '') return found ?? null;
  const granted = await store.$count(
    grants,
    and(
      eq(grants.issuer, found.issuer),
      eq(grants.accountId, found.accountId),
      gt(grants.endsAtSeconds, nowSeconds),
    ),
  );
  return granted > 0 ? found : null;
}

function isOf({ accountId, issuer }: FeedOwner) {
  return and(eq(calendarFeeds.accountId, accountId), eq(calendarFeeds.issuer, issuer));
}
