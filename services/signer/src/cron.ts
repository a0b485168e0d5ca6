import { describeDefect } from '@laurel/core/defect';
import { inEach } from './databases.ts';
import { abandonDocuments } from './documents/abandon-documents.ts';
import type { Signing } from './env.ts';
import { completeRsaJwts } from './issue/complete-rsa.ts';
import { orDefect } from './issue/or-defect.ts';
import { resumeIntents } from './issue/resume.ts';
import { carryOutKeyOrders } from './keys/carry-out-orders.ts';
import { copyServiceKeys } from './keys/copy-service-keys.ts';
import { rotateKeys } from './keys/rotation-duty.ts';
import { logBacklog } from './log/log-backlog.ts';
import { sequenceLog } from './log/sequence-log.ts';
import { markOldStatusLists } from './status/mark-old.ts';
import { publishChangedStatusLists } from './status/publish.ts';

type Duty = (signing: Signing) => Promise<void>;

/** A duty that is done in each database of PUBLIC. */
function each(duty: Duty): Duty {
  return async (signing) => {
    for (const of of inEach(signing)) await orDefect(() => duty(of));
  };
}

/** What is to be done at each schedule of `wrangler.toml`, in this order. */
const DUTIES: Readonly<Record<string, readonly Duty[]>> = {
  /** Each minute: turns keys over, finishes what an interrupted call left, publishes what changed, logs it all. */
  '* * * * *': [
    // First, so that nothing is signed with a key that is known to be stolen.
    carryOutKeyOrders,
    each(copyServiceKeys),
    each(rotateKeys),
    resumeIntents,
    abandonDocuments,
    each(markOldStatusLists),
    each(publishChangedStatusLists),
    each(completeRsaJwts),
    each(logBacklog),
    each(sequenceLog),
  ],
};

/**
 * Does the duties of a schedule; one that fails stops no other. Throws, and does nothing, for a schedule
 * that is not known: somebody changed one place and forgot the other.
 */
export async function tick(cron: string, signing: () => Signing): Promise<void> {
  const duties = Object.hasOwn(DUTIES, cron) ? DUTIES[cron] : undefined;
  if (duties === undefined) throw new Error(`no duties for the schedule ${cron}`);
  for (const duty of duties) {
    await duty(signing()).catch((defect: unknown) => console.error(describeDefect(defect)));
  }
}
