import { accounts, outbox, rateLimits, sessions } from '@laurel/store/private/desk';
import { eq, or, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { ownAwardIds } from './own-ids.ts';
import { readable, readableRows } from './readable.ts';

/** The account, where it is signed in, how often it asked of late, and what is being worked for it. */
export async function keptAccount({ store }: Desk, accountId: string) {
  const task = sql<string>`${outbox.task} ->> 'task'`;
  const [[account], signedIn, limits, work] = await store.batch([
    store.select().from(accounts).where(eq(accounts.id, accountId)),
    store
      .select({
        rotatedAtSeconds: sessions.rotatedAtSeconds,
        idleUntilSeconds: sessions.idleUntilSeconds,
        endsAtSeconds: sessions.endsAtSeconds,
      })
      .from(sessions)
      .where(eq(sessions.accountId, accountId)),
    store
      .select({
        what: sql<string>`substr(${rateLimits.key}, 1, instr(${rateLimits.key}, ':') - 1)`,
        used: rateLimits.used,
        windowEndsAtSeconds: rateLimits.windowEndsAtSeconds,
      })
      .from(rateLimits)
      .where(sql`substr(${rateLimits.key}, instr(${rateLimits.key}, ':') + 1) = ${accountId}`),
    store
      .select({ task, dueAtSeconds: outbox.dueAtSeconds })
      .from(outbox)
      .where(
        or(
          sql`${outbox.task} ->> 'accountId' = ${accountId}`,
          sql`${outbox.task} ->> 'awardId' in ${ownAwardIds(accountId)}`,
        ),
      ),
  ]);
  return {
    account: account === undefined ? null : readable(account),
    signedIn: readableRows(signedIn),
    requestsCounted: readableRows(limits),
    workUnderWay: readableRows(work),
  };
}
