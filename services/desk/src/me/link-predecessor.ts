import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awards } from '@laurel/store/private/desk';
import { and, eq, ne } from 'drizzle-orm';
import { workTask } from '../awarding/outbox.ts';
import { promptWork } from '../awarding/prompt-work.ts';
import type { Desk } from '../env.ts';
import { acceptedAward } from './holder-award.ts';

/**
 * The holder's wish whether the public pages of what an award of theirs put right lead to it. Nobody
 * else can wish that.
 */
export async function linkPredecessor(
  desk: Desk,
  awardId: string,
  accountId: string,
  wish: boolean,
): Promise<Result<null, Failure>> {
  const held = await acceptedAward(desk, awardId, accountId);
  const corrects = held?.award.corrects ?? '';
  if (corrects === '') return refuse({ reason: 'award_unknown' });
  const work = promptWork(desk, { task: 'standing', awardId: corrects });
  await desk.store.batch([
    desk.store
      .update(awards)
      .set({ linksPredecessor: wish })
      .where(
        and(
          eq(awards.id, awardId),
          eq(awards.accountId, accountId),
          ne(awards.linksPredecessor, wish),
        ),
      ),
    work.statement,
  ]);
  await workTask(desk, work.id);
  return ok(null);
}
