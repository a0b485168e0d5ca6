import type { Counted } from './counted.ts';

/** A data point as Workers Analytics Engine takes it: one index, up to 20 texts and 20 numbers. */
export type DataPoint = {
  readonly indexes?: readonly [string];
  readonly blobs?: readonly string[];
  readonly doubles?: readonly number[];
};

/** A dataset of Workers Analytics Engine, as a Worker binds it. Writing waits for nothing. */
export type Counters = { writeDataPoint(point: DataPoint): void };

/** Counts one thing: its kind is the index, its words are the texts, its numbers the numbers, in their order. */
export function count(counters: Counters, { counted, words, numbers }: Counted): void {
  counters.writeDataPoint({ indexes: [counted], blobs: words, doubles: numbers });
}
