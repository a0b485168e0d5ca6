import { startLaurel } from '../test/support/laurel.ts';
import { type BulkRun, measureBulk } from './bench/bulk.ts';

/**
 * What a credential costs in bulk, with consent on paper, in the real Workers on local databases. Sizes are arguments, such
 * as `npm run bench:bulk -- 1000 10000 100000`; the first run warms up and is not told. The last line is JSON.
 */
const given = process.argv.slice(2).map(Number);
const sizes = given.length === 0 ? [1_000, 10_000] : given;
const laurel = await startLaurel();
try {
  await measureBulk(laurel, 500);
  const runs: BulkRun[] = [];
  for (const size of sizes) {
    const run = await measureBulk(laurel, size);
    runs.push(run);
    console.log(lineOf(run));
  }
  console.log(JSON.stringify({ bulk: runs }));
} finally {
  await laurel.stop();
}

function lineOf({ people, residentMiB, ...run }: BulkRun): string {
  const perSecond = (ms: number) => ((1_000 * people) / ms).toFixed(0);
  const each = (ms: number) => (ms / people).toFixed(2);
  return [
    `${people} people`,
    `${perSecond(run.signedMs)}/s signed`,
    `${perSecond(run.completeMs)}/s with RS256`,
    `${each(run.signedMs)} ms each, ${each(run.signedCpuMs)} of the processor`,
    `with RS256 ${each(run.completeMs)}, ${each(run.completeCpuMs)} of the processor`,
    `${Math.round(Math.min(...residentMiB))} to ${Math.round(Math.max(...residentMiB))} MiB`,
  ].join('; ');
}
