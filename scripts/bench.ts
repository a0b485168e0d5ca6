import { startLaurel } from '../test/support/laurel.ts';
import { measureAwarding } from './bench/awarding.ts';
import { measureLists } from './bench/lists.ts';
import { measureLogging } from './bench/logging.ts';
import { tableOf } from './bench/table.ts';

/**
 * How long an organizer's work takes here, in the real Workers on local databases. Times depend on the
 * machine; what holds anywhere is the last column, a person's time beside that in the smallest run.
 */
const laurel = await startLaurel();
try {
  const lists = await measureLists(laurel, [100, 1_000, 10_000]);
  console.log(tableOf(lists.read));
  console.log(tableOf(lists.readAnew));
  console.log(tableOf(await measureAwarding(laurel, 'ask', [100, 1_000, 10_000])));
  console.log(tableOf(await measureAwarding(laurel, 'paper', [100, 500, 1_000])));
  console.log(tableOf(await measureLogging(laurel, [100, 1_000, 10_000])));
} finally {
  await laurel.stop();
}
