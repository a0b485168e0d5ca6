import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awards } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import { workTask } from '../awarding/outbox.ts';
import { superseding } from '../awarding/supersede.ts';
import type { Desk } from '../env.ts';
import { isOpenOffer } from '../me/holder-award.ts';
import { fromUnmuted, isMuted } from '../me/muted/muted-issuers.ts';
import { promising } from '../share-outs/promise.ts';
import { becomingTrainer } from '../trainers/begin.ts';
import { telling } from '../webhooks/tell.ts';

export type Decision = 'accepted' | 'declined';

/**
 * Accepts or declines an open offer of this account, unless it muted the issuer, and answers the award's id. Sent twice it does the
 * same as once. Nothing is taken back here: a declined offer is not accepted later, nor the reverse.
 * Accepting a correction supersedes what it corrects; declining it leaves that as it was.
 */
export async function decide(
  desk: Desk,
  code: string,
  accountId: string,
  decision: Decision,
): Promise<Result<string, Failure>> {
  const { store, nowSeconds } = desk;
  const [offer] = await store
    .select({
      id: awards.id,
      accountId: awards.accountId,
      issuer: awards.issuer,
      corrects: awards.corrects,
      achievementSlug: awards.achievementSlug,
    })
    .from(awards)
    .where(eq(awards.claimCode, code));
  if (offer === undefined) return refuse({ reason: 'claim_unknown' });
  if (offer.accountId !== accountId) return refuse({ reason: 'claim_of_another_account' });

  const decided = store
    .update(awards)
    .set({ state: decision, decidedAtSeconds: nowSeconds })
    .where(and(eq(awards.id, offer.id), isOpenOffer(nowSeconds), fromUnmuted(accountId)));
  // Of a decision that was made before, the message may be erased by now: it is not told anew.
  const decidedNow = sql`${awards.id} = ${offer.id} and ${awards.decidedAtSeconds} = ${nowSeconds}`;
  const tellingOfIt = telling(desk, 'award.accepted', decidedNow);
  const alongside =
    decision === 'accepted'
      ? [...(await becomingTrainer(desk, offer)), ...promising(desk, offer)]
      : [];
  if (decision === 'accepted' && offer.corrects !== '') {
    const { statements, taskId } = superseding(desk, offer);
    const [, told] = await store.batch([decided, tellingOfIt, ...statements, ...alongside]);
    await desk.hintDeliveries(told.map(({ id }) => id));
    await workTask(desk, taskId);
  } else {
    const [, told] = await store.batch([decided, tellingOfIt, ...alongside]);
    await desk.hintDeliveries(told.map(({ id }) => id));
  }
  const [award] = await store
    .select({ state: awards.state })
    .from(awards)
    .where(eq(awards.id, offer.id));
  if (award?.state === decision) return ok(offer.id);
  const isHidden = award?.state === 'offered' && (await isMuted(desk, accountId, offer.issuer));
  return refuse({ reason: isHidden ? 'issuer_muted' : 'claim_closed' });
}
