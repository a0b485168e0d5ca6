import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { endorsements } from '@laurel/store/private/desk';
import { and, eq, inArray } from 'drizzle-orm';
import { workNow } from '../awarding/work-now.ts';
import type { Desk } from '../env.ts';

/** The holder takes what was written: only now is it signed, and shown beside their credential. */
export async function accept(
  desk: Desk,
  holder: string,
  id: string,
): Promise<Result<null, Failure>> {
  const { store, nowSeconds } = desk;
  const own = and(eq(endorsements.id, id), eq(endorsements.holderAccountId, holder));
  const { ifChanged, work } = workNow(desk, { task: 'endorse', endorsementId: id });
  const [taken] = await store.batch([
    store
      .update(endorsements)
      .set({ state: 'accepted', acceptedAtSeconds: nowSeconds })
      .where(and(own, eq(endorsements.state, 'written')))
      .returning({ id: endorsements.id }),
    ifChanged,
  ]);
  if (taken.length > 0) await work();
  const [now] = await store.select({ state: endorsements.state }).from(endorsements).where(own);
  if (now === undefined) return refuse({ reason: 'endorsement_unknown' });
  if (now.state === 'accepted') return ok(null);
  return refuse({
    reason: taken.length > 0 ? 'endorsement_not_offered' : 'endorsement_settled',
  });
}

/**
 * The holder wants it no more: an ask, a story that they do not take, or what was signed. The story is erased at
 * once, and what was signed of it too. May be repeated.
 */
export function endAsHolder(desk: Desk, holder: string, id: string): Promise<void> {
  return end(desk, id, 'holderAccountId', holder, 'taken_back');
}

/** The same for whoever was asked: before anything was signed the holder sees it as not answered. */
export function endAsEndorser(desk: Desk, endorser: string, id: string): Promise<void> {
  return end(desk, id, 'endorserAccountId', endorser, 'declined');
}

async function end(
  desk: Desk,
  id: string,
  side: 'holderAccountId' | 'endorserAccountId',
  accountId: string,
  unsigned: 'taken_back' | 'declined',
): Promise<void> {
  const own = and(eq(endorsements.id, id), eq(endorsements[side], accountId));
  const { ifChanged, work } = workNow(desk, { task: 'end_endorsement', endorsementId: id });
  const [, ended] = await desk.store.batch([
    desk.store
      .update(endorsements)
      .set({ state: unsigned, behaviour: '', story: '' })
      .where(
        and(
          own,
          inArray(
            endorsements.state,
            unsigned === 'declined' ? ['asked', 'written'] : ['asked', 'declined', 'written'],
          ),
        ),
      ),
    desk.store
      .update(endorsements)
      .set({ state: 'ending', story: '' })
      .where(and(own, eq(endorsements.state, 'accepted')))
      .returning({ id: endorsements.id }),
    ifChanged,
  ]);
  if (ended.length > 0) await work();
}
