import type { Counters } from '@laurel/observing/counters';

/** For what is called outside of any Worker, where nothing is counted. */
export const NO_COUNTERS: Counters = { writeDataPoint: () => {} };
