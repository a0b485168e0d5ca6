import { count } from '@laurel/observing/counters';
import type { Desk } from '../env.ts';

/** What became of a row that was not refused. */
export const AWARDED = 'awarded';

/** Counts what became of rows of a batch: how many were awarded, and how many refused for each reason. */
export function countRows({ counters }: Desk, became: readonly string[]): void {
  const times = new Map<string, number>();
  for (const one of became) times.set(one, (times.get(one) ?? 0) + 1);
  for (const [one, rows] of times)
    count(counters, { counted: 'row', words: [one], numbers: [rows] });
}
