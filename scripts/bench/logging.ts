import type { Laurel } from '../../test/support/laurel.ts';
import { letWait } from '../../test/support/public-log.ts';
import type { Run } from './run.ts';

/** Of each credential its document and two JWTs. */
const ENTRIES_EACH = 3;

/** Puts what so many credentials would add into the log, by the signer's cron alone, until nothing waits. */
export async function measureLogging(
  laurel: Laurel,
  sizes: readonly number[],
): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (const people of sizes) {
    const begunMs = performance.now();
    await letWait(laurel, ENTRIES_EACH * people, `of ${people}`);
    const acceptedMs = performance.now() - begunMs;
    await logAll(laurel);
    const settledMs = performance.now() - begunMs;
    runs.push({ what: 'logging what was signed', people, acceptedMs, settledMs });
  }
  return runs;
}

async function logAll({ runtime: { miniflare } }: Laurel): Promise<void> {
  const signer = await miniflare.getWorker('laurel-signer');
  const store = await miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const waiting = () => store.prepare('select count(*) as rows from log_pending').first('rows');
  while ((await waiting()) !== 0) {
    await signer.scheduled({ cron: '* * * * *', scheduledTime: new Date() });
  }
}
