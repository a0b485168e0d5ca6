import { describeDefect } from '@laurel/core/defect';
import { outbox } from '@laurel/store/private/desk';
import type { OutboxTask } from '@laurel/store/private/outbox';
import { sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { workTask } from './outbox.ts';

/** A sweep leaves it to the request that wrote it for this long. */
const GRACE_SECONDS = 30;

/**
 * Work for the transaction whose statement before it did change something, to be worked by the same
 * request right after: `work`. Where that fails, what was decided stands, and the sweep repeats it.
 */
export function workNow(desk: Desk, task: OutboxTask) {
  const id = freshId();
  return {
    ifChanged: desk.store.insert(outbox).select(sql`
      select ${id}, ${JSON.stringify(task)}, ${desk.nowSeconds + GRACE_SECONDS}, 0, 0
      where changes() > 0`),
    work: () =>
      workTask(desk, id).catch((defect: unknown) => console.error(describeDefect(defect))),
  };
}
