import { count } from '@laurel/observing/counters';
import { outbox, webhookDeliveries } from '@laurel/store/private/desk';
import { and, eq, lte, type SQLWrapper, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { noteState } from './note-state.ts';
import { lookAround } from './parts.ts';

/** More than this is told as this: a look costs no more however much waits. */
const MAX_COUNTED = 1_000;

/** Work that has been due for this long is late: the queue takes seconds, the sweep a minute. */
const LATE_SECONDS = 900;

/** The last duty of each minute: counts what waits, and notes which parts are well and that this ticked. */
export async function lookAtParts(desk: Desk): Promise<void> {
  const waitedSeconds = await countWork(desk);
  await countMessages(desk);
  await noteState(desk, 'work', waitedSeconds < LATE_SECONDS);
  for (const [part, ok] of Object.entries(await lookAround(desk))) await noteState(desk, part, ok);
  await noteState(desk, 'desk_cron', true);
}

/** For how long the oldest work has been due. */
async function countWork({ store, counters, nowSeconds }: Desk): Promise<number> {
  const due = store
    .select({ at: outbox.dueAtSeconds })
    .from(outbox)
    .where(lte(outbox.dueAtSeconds, nowSeconds))
    .orderBy(outbox.dueAtSeconds)
    .limit(MAX_COUNTED)
    .as('due');
  const [found] = await store.select(WAITING(due.at)).from(due);
  const waitedSeconds = nowSeconds - (found?.oldest ?? nowSeconds);
  count(counters, {
    counted: 'backlog',
    words: ['work'],
    numbers: [found?.waiting ?? 0, waitedSeconds],
  });
  return waitedSeconds;
}

/** Those that are due: a receiver that does not answer has its messages due later and later. */
async function countMessages({ store, counters, nowSeconds }: Desk): Promise<void> {
  const due = store
    .select({ at: webhookDeliveries.dueAtSeconds })
    .from(webhookDeliveries)
    .where(
      and(eq(webhookDeliveries.state, 'waiting'), lte(webhookDeliveries.dueAtSeconds, nowSeconds)),
    )
    .orderBy(webhookDeliveries.dueAtSeconds)
    .limit(MAX_COUNTED)
    .as('due');
  const [found] = await store.select(WAITING(due.at)).from(due);
  count(counters, {
    counted: 'backlog',
    words: ['messages'],
    numbers: [found?.waiting ?? 0, nowSeconds - (found?.oldest ?? nowSeconds)],
  });
}

const WAITING = (at: SQLWrapper) => ({
  waiting: sql<number>`count(*)`,
  oldest: sql<number | null>`min(${at})`,
});
