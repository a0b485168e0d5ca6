import { type Counters, count } from './counters.ts';
import { writeLine } from './log-line.ts';

/** What must never happen, such as two ways of signing that give different bytes. */
export type Alarm = 'fast_path_differs';

/** Tells whoever runs the deployment, in the log and in the counters. */
export function raiseAlarm(counters: Counters, alarm: Alarm): void {
  writeLine({ line: 'alarm', alarm });
  count(counters, { counted: 'alarm', words: [alarm], numbers: [1] });
}
