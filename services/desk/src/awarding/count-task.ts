import { count } from '@laurel/observing/counters';
import { type Outcome, writeLine } from '@laurel/observing/log-line';
import type { Timed } from '@laurel/observing/timed';
import type { outbox } from '@laurel/store/private/desk';
import type { OutboxTask } from '@laurel/store/private/outbox';
import type { Desk } from '../env.ts';

/**
 * Logs and counts a task of the outbox: what kind, how it ended, how long it took, and how long it had waited
 * since it was due. `worked` answers seconds where it is to go on after them.
 */
export function countTask(
  { counters, nowSeconds }: Desk,
  { task: { task }, dueAtSeconds }: Pick<typeof outbox.$inferSelect, 'task' | 'dueAtSeconds'>,
  worked: Timed<number | OutboxTask | null>,
): void {
  const { ms } = worked;
  const outcome = outcomeOf(worked);
  writeLine({ line: 'work', worker: 'desk', work: `task ${task}`, outcome, ms });
  const waitedSeconds = Math.max(0, nowSeconds - dueAtSeconds);
  count(counters, { counted: 'task', words: [task, outcome], numbers: [1, ms, waitedSeconds] });
}

function outcomeOf(worked: Timed<number | OutboxTask | null>): Outcome {
  if (!worked.ok) return 'failed';
  return typeof worked.answer === 'number' ? 'later' : 'done';
}
