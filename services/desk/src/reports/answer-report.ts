import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awardReports } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import { SERVICE_TRAIL } from '../audit/service-trail.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { forSteward } from './waiting-reports.ts';

/** Closes a report, with words for whoever reported, which may be none. Of two stewards at once one does. */
export async function answerReport(
  desk: Desk,
  steward: string,
  id: string,
  answer: string,
): Promise<Result<null, Failure>> {
  const entry = auditing(
    desk,
    { issuer: SERVICE_TRAIL, actor: steward, act: 'report_answered', subject: id },
    { ifChanged: true },
  );
  const [, answered] = await desk.store.batch([
    entry.before,
    desk.store
      .update(awardReports)
      .set({
        state: 'answered',
        answer,
        decidedBy: steward,
        decidedAtSeconds: desk.nowSeconds,
      })
      .where(and(eq(awardReports.id, id), forSteward(steward)))
      .returning({ id: awardReports.id }),
    entry.after,
  ]);
  return answered.length > 0 ? ok(null) : refuse({ reason: 'report_unknown' });
}
