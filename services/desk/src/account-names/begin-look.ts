import { outbox } from '@laurel/store/private/desk';
import { workTask } from '../awarding/outbox.ts';
import type { Desk } from '../env.ts';
import { LOOK_ID } from './keep-names.ts';

/** Begins to ask Wikimedia again for names, unless that is under way, or waits for Wikimedia. */
export async function beginLook(desk: Desk): Promise<void> {
  const begun = await desk.store
    .insert(outbox)
    .values({
      id: LOOK_ID,
      task: { task: LOOK_ID },
      dueAtSeconds: desk.nowSeconds,
      leasedUntilSeconds: 0,
      attempts: 0,
    })
    .onConflictDoNothing()
    .returning({ id: outbox.id });
  if (begun.length > 0) await workTask(desk, LOOK_ID);
}
