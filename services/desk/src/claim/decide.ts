import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awards } from '@laurel/store/private/desk';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { telling } from '../webhooks/tell.ts';

export type Decision = 'accepted' | 'declined';

/**
 * Accepts or declines an open offer of this account, and answers the award's id. Sent twice it does the
 * same as once. Nothing is taken back here: a declined offer is not accepted later, nor the reverse.
 */
export async function decide(
  desk: Desk,
  code: string,
  accountId: string,
  decision: Decision,
): Promise<Result<string, Failure>> {
  const { store, nowSeconds } = desk;
  const ofAccount = sql`${awards.claimCode} = ${code} and ${awards.accountId} = ${accountId}`;
  const [[decided], told] = await store.batch([
    store
      .update(awards)
      .set({ state: decision, decidedAtSeconds: nowSeconds })
      .where(and(ofAccount, eq(awards.state, 'offered'), gt(awards.lapsesAtSeconds, nowSeconds)))
      .returning({ id: awards.id }),
    telling(desk, 'award.accepted', ofAccount, 1),
  ]);
  if (decided !== undefined) {
    await desk.hintDeliveries(told.map(({ id }) => id));
    return ok(decided.id);
  }

  const [award] = await store
    .select({ id: awards.id, accountId: awards.accountId, state: awards.state })
    .from(awards)
    .where(eq(awards.claimCode, code));
  if (award === undefined) return refuse({ reason: 'claim_unknown' });
  if (award.accountId !== accountId) return refuse({ reason: 'claim_of_another_account' });
  return award.state === decision ? ok(award.id) : refuse({ reason: 'claim_closed' });
}
