import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { type RoleTerm, type TermStep, takeStep } from '@laurel/core/role-term';
import { awards } from '@laurel/store/private/desk';
import { roleTermOf } from '@laurel/store/private/role-term-of';
import { workTask } from '../../awarding/outbox.ts';
import { promptWork } from '../../awarding/prompt-work.ts';
import type { Desk } from '../../env.ts';
import { isTermAsRead, isToldAnew, termValues } from '../../role-terms/write-term.ts';
import { acceptedAward } from '../holder-award.ts';

/** How often a step is taken again because another one came in between. */
const MAX_TRIES = 3;

/**
 * Takes a step of a holder with the term of their award, and has its credentials say so where that changes what
 * strangers may know. The same step sent twice changes nothing.
 */
export async function stepTerm(
  desk: Desk,
  accountId: string,
  awardId: string,
  step: TermStep,
  tries = 0,
): Promise<Result<RoleTerm, Failure>> {
  const held = await acceptedAward(desk, awardId, accountId);
  const term = held === null ? null : roleTermOf(held.award, held.achievement);
  if (held === null || term === null || held.award.state !== 'accepted') {
    return refuse({ reason: 'award_no_term' });
  }
  if (held.award.supersededBy !== null) return refuse({ reason: 'award_superseded' });
  const taken = takeStep(term, step, dayOf(desk.nowSeconds));
  if (!taken.ok) return taken;
  const work = isToldAnew(term, taken.value)
    ? promptWork(desk, { task: 'standing', awardId })
    : null;
  const [changed] = await desk.store.batch([
    desk.store
      .update(awards)
      .set(termValues(taken.value))
      .where(isTermAsRead(held.award))
      .returning({ id: awards.id }),
    ...(work === null ? [] : [work.statement]),
  ]);
  if (changed.length === 0) {
    return tries < MAX_TRIES
      ? stepTerm(desk, accountId, awardId, step, tries + 1)
      : refuse({ reason: 'defect' });
  }
  if (work !== null) await workTask(desk, work.id);
  return ok(taken.value);
}
