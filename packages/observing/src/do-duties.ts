import { type Counters, count } from './counters.ts';
import { logDefect } from './log-defect.ts';
import { writeLine } from './log-line.ts';
import { timed } from './timed.ts';
import type { WorkerWord } from './worker-word.ts';

/** What a schedule asks for, by names that counters tell. */
export type Duties = Readonly<Record<string, () => Promise<void>>>;

/** Does the duties of a schedule one after the other; one that fails is logged and stops no other. */
export async function doDuties({ worker, cron, counters }: Ticking, duties: Duties): Promise<void> {
  const all = await timed(async () => {
    let failed = false;
    for (const [duty, work] of Object.entries(duties)) {
      const done = await timed(work);
      if (!done.ok) {
        failed = true;
        logDefect(done.defect);
      }
      const outcome = done.ok ? 'done' : 'failed';
      count(counters, { counted: 'duty', words: [worker, duty, outcome], numbers: [1, done.ms] });
    }
    return failed;
  });
  const outcome = all.ok && !all.answer ? 'done' : 'failed';
  writeLine({ line: 'work', worker, work: `cron ${cron}`, outcome, ms: all.ms });
}

type Ticking = {
  readonly worker: WorkerWord;
  readonly cron: string;
  readonly counters: Counters;
};
