import { logDefect } from '@laurel/observing/log-defect';
import type { OutboxTask } from '@laurel/store/private/outbox';
import type { Desk } from '../env.ts';
import { workTask } from './outbox.ts';
import { promptWork } from './prompt-work.ts';

/**
 * Work for the transaction whose statement before it did change something, to be worked by the same
 * request right after: `work`. Where that fails, what was decided stands, and the sweep repeats it.
 */
export function workNow(desk: Desk, task: OutboxTask) {
  const { id, statement } = promptWork(desk, task);
  return {
    ifChanged: statement,
    work: () => workTask(desk, id).catch((defect: unknown) => logDefect(defect)),
  };
}
