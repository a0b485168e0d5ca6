import type { Counters } from '@laurel/observing/counters';
import { doDuties } from '@laurel/observing/do-duties';
import { inEach } from './databases.ts';
import { abandonDocuments } from './documents/abandon-documents.ts';
import type { Signing } from './env.ts';
import { lookAtParts } from './health/look-at-parts.ts';
import { completeMissingRsaJwts } from './issue/complete-rsa.ts';
import { resumeIntents } from './issue/resume.ts';
import { takeOverTokens } from './issue/take-over.ts';
import { carryOutKeyOrders } from './keys/carry-out-orders.ts';
import { copyServiceKeys } from './keys/copy-service-keys.ts';
import { rotateKeys } from './keys/rotation-duty.ts';
import { logBacklog } from './log/log-backlog.ts';
import { sequenceLog } from './log/sequence-log.ts';
import { markOldStatusLists } from './status/mark-old.ts';
import { publishChangedStatusLists } from './status/publish.ts';

type Duty = (signing: Signing) => Promise<void>;

/** A duty that is done in each database of PUBLIC; one where it fails holds up no other, and counts as its failure. */
function each(duty: Duty): Duty {
  return async (signing) => {
    const ended = [];
    for (const of of inEach(signing)) ended.push(...(await Promise.allSettled([duty(of)])));
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  };
}

/** What is to be done at each schedule of `wrangler.toml`, in this order. */
const DUTIES: Readonly<Record<string, Readonly<Record<string, Duty>>>> = {
  /** Each minute: turns keys over, finishes what an interrupted call left, publishes what changed, logs it all. */
  '* * * * *': {
    // First, so that nothing is signed with a key that is known to be stolen.
    carryOutKeyOrders,
    copyServiceKeys: each(copyServiceKeys),
    rotateKeys: each(rotateKeys),
    resumeIntents,
    abandonDocuments,
    markOldStatusLists: each(markOldStatusLists),
    publishChangedStatusLists: each(publishChangedStatusLists),
    takeOverTokens: each(takeOverTokens),
    completeMissingRsaJwts: each(completeMissingRsaJwts),
    logBacklog: each(logBacklog),
    sequenceLog: each(sequenceLog),
    lookAtParts,
  },
};

/**
 * Does the duties of a schedule; one that fails stops no other. Throws, and does nothing, for a schedule
 * that is not known: somebody changed one place and forgot the other.
 */
export async function tick(
  cron: string,
  counters: Counters,
  signing: () => Signing,
): Promise<void> {
  const duties = Object.hasOwn(DUTIES, cron) ? DUTIES[cron] : undefined;
  if (duties === undefined) throw new Error(`no duties for the schedule ${cron}`);
  const bound = Object.entries(duties).map(
    ([name, duty]) => [name, () => duty(signing())] as const,
  );
  await doDuties({ worker: 'signer', cron, counters }, Object.fromEntries(bound));
}
