import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { tickItem } from './hand-over.ts';
import { handedOverAward, thankIfWhole } from './thank-hand-over.ts';

type HandedOver = NonNullable<Awaited<ReturnType<typeof handedOverAward>>>;

/** The award whose role is handed over to the actor’s issuer. */
export async function awardToThank(
  desk: Desk,
  actor: Actor,
  awardId: string,
): Promise<Result<HandedOver, Failure>> {
  const award = await handedOverAward(desk, actor, awardId);
  return award === null ? refuse({ reason: 'hand_over_unknown' }) : ok(award);
}

/** A member says that a thing has arrived; of their own role somebody else does. */
export async function tickAsMember(
  desk: Desk,
  actor: Actor,
  awardId: string,
  place: number,
  says: boolean,
): Promise<Result<null, Failure>> {
  const award = await awardToThank(desk, actor, awardId);
  if (!award.ok) return award;
  if (award.value.accountId === actor.accountId) return refuse({ reason: 'own_hand_over' });
  const ticked = await tickItem(desk, awardId, place, 'member', says);
  return ticked.ok ? thankIfWhole(desk, award.value) : ticked;
}
