import { logDefect } from '@laurel/observing/log-defect';
import { inSet } from '@laurel/store/in-set';
import { outbox } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import { workTask } from '../awarding/outbox.ts';
import type { Desk } from '../env.ts';

/** Does at once what a new name of one of these accounts asks for. What fails is left to the sweep. */
export async function endNamesNow(desk: Desk, accountIds: readonly string[]): Promise<void> {
  const waiting = await desk.store
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      sql`${outbox.task} ->> 'task' = 'end_former_name'
        and ${outbox.task} ->> 'accountId' in ${inSet(accountIds)}`,
    );
  for (const { id } of waiting) {
    await workTask(desk, id).catch((defect: unknown) => logDefect(defect));
  }
}
