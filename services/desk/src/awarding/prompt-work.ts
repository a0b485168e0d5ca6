import { outbox } from '@laurel/store/private/desk';
import type { OutboxTask } from '@laurel/store/private/outbox';
import { sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';

/** Lets the caller's own work come first; a sweep takes over what it leaves. */
const GRACE_SECONDS = 30;

/**
 * Work that the caller does at once, by `workTask(desk, id)`. Its statement goes into the transaction
 * that asks for it, right after the statement whose change it depends on: without one there is none.
 */
export function promptWork({ store, nowSeconds }: Desk, task: OutboxTask) {
  const id = freshId();
  return {
    id,
    statement: store.insert(outbox).select(sql`
      select ${id}, ${JSON.stringify(task)}, ${nowSeconds + GRACE_SECONDS}, 0, 0
      where changes() > 0`),
  };
}
