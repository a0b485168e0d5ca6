import { accounts, awards, eventVolunteers } from '@laurel/store/private/desk';
import { and, desc, eq, isNotNull, lte, ne, notExists, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

/** An award this long before an event was imported was for something else. */
const THANKED_BEFORE_SECONDS = 365 * 86_400;

/** Who helped at an event is forgotten after this, if nobody thanked them. */
const KEPT_SECONDS = 180 * 86_400;

export type Unthanked = {
  /** Where it was imported from, such as `campaign-event:42`. */
  readonly event: string;
  readonly eventName: string;
  readonly accountId: string;
  readonly username: string;
};

/**
 * People who organized or facilitated an event that the issuer imported, and whom it has awarded
 * nothing in the year before or since. Whoever declined was thanked: the issuer is not told that they
 * did. Accounts without a name that may be shown, and the reader's own, are left out.
 */
export async function unthankedVolunteers(
  { store, nowSeconds }: Desk,
  { issuer, accountId }: Actor,
  page: number,
): Promise<{ readonly total: number; readonly people: readonly Unthanked[] }> {
  const unthanked = and(
    eq(eventVolunteers.issuer, issuer),
    ne(eventVolunteers.accountId, accountId),
    isNotNull(accounts.username),
    sql`${eventVolunteers.importedAtSeconds} > ${nowSeconds - KEPT_SECONDS}`,
    notExists(
      store
        .select({ one: sql`1` })
        .from(awards)
        .where(
          and(
            eq(awards.accountId, eventVolunteers.accountId),
            eq(awards.issuer, issuer),
            ne(awards.state, 'cancelled'),
            sql`${awards.offeredAtSeconds} > ${eventVolunteers.importedAtSeconds} - ${THANKED_BEFORE_SECONDS}`,
          ),
        ),
    ),
  );
  const named = eq(accounts.id, eventVolunteers.accountId);
  const [[counted], people] = await store.batch([
    store
      .select({ total: sql<number>`count(*)` })
      .from(eventVolunteers)
      .innerJoin(accounts, named)
      .where(unthanked),
    store
      .select({
        event: eventVolunteers.event,
        eventName: eventVolunteers.eventName,
        accountId: eventVolunteers.accountId,
        username: sql<string>`${accounts.username}`,
      })
      .from(eventVolunteers)
      .innerJoin(accounts, named)
      .where(unthanked)
      .orderBy(
        desc(eventVolunteers.importedAtSeconds),
        eventVolunteers.event,
        eventVolunteers.accountId,
      )
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: counted?.total ?? 0, people };
}

/** Forgets who helped at events that were imported half a year ago. */
export async function forgetVolunteers({ store, nowSeconds }: Desk): Promise<void> {
  await store
    .delete(eventVolunteers)
    .where(lte(eventVolunteers.importedAtSeconds, nowSeconds - KEPT_SECONDS));
}
