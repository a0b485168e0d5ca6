import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awards, handOvers } from '@laurel/store/private/desk';
import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { memberOf, mustHave } from '../acting/member.ts';
import { acceptBatch } from '../awarding/accept-batch.ts';
import { findAchievement } from '../awarding/find-achievement.ts';
import { nameOfAccount } from '../awarding/name-of-account.ts';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';
import { findLeaving } from '../leaving/leaving.ts';
import { findHandOver, isWhole } from './hand-over.ts';

/** What a whole hand-over is thanked by, as long as the issuer awards it. */
const THANKED_BY = 'graceful-handover';

type Thanking = Pick<Actor, 'issuer' | 'accountId'>;
type RoleAward = Pick<
  typeof awards.$inferSelect,
  'id' | 'issuer' | 'accountId' | 'achievementSlug'
>;

/**
 * Thanks for a whole hand-over by an offer; the batch of one that it becomes. Repeated, the same one. Nobody
 * thanks themselves.
 */
export async function thankHandOver(
  desk: Desk,
  actor: Thanking,
  award: RoleAward,
): Promise<Result<string, Failure>> {
  if (award.accountId === actor.accountId) return refuse({ reason: 'own_hand_over' });
  const found = await findHandOver(desk, award.id);
  if (found === null) return refuse({ reason: 'hand_over_unknown' });
  if (!isWhole(found)) return refuse({ reason: 'hand_over_not_whole' });
  const username = await nameOfAccount(desk, award.accountId);
  const today = dayOf(desk.nowSeconds);
  return acceptBatch(
    desk,
    { ...actor, scopes: new Set() },
    {
      achievement: THANKED_BY,
      consent: 'ask',
      period: { start: today, end: today },
      recipients: [{ username, accountId: award.accountId }],
    },
    { key: `hand-over:${award.id}`, bodyHash: await sha256Hex(award.id) },
    [
      desk.store
        .update(handOvers)
        .set({ thankedAtSeconds: desk.nowSeconds })
        .where(and(eq(handOvers.awardId, award.id), isNull(handOvers.thankedAtSeconds))),
    ],
  );
}

/**
 * The same by itself, where the issuer chose that and awards it: in the name of whoever chose it, as long as they could still
 * choose it. Where that cannot be, it waits for a reviewer.
 */
export async function thankIfWhole(desk: Desk, award: RoleAward): Promise<Result<null, Failure>> {
  const found = await findHandOver(desk, award.id);
  if (found === null || found.thankedAtSeconds !== null || !isWhole(found)) return ok(null);
  const leaving = await findLeaving(desk, award.issuer, award.achievementSlug);
  if (leaving?.offersAward !== true || leaving.updatedBy === '') return ok(null);
  if ((await findAchievement(desk, award.issuer, THANKED_BY)) === null) return ok(null);
  // Nothing is awarded in the name of somebody who could not choose it any more.
  const chooser = await memberOf(desk, leaving.updatedBy, award.issuer);
  if (!chooser.ok || !mustHave(chooser.value, 'issuer:write').ok) return ok(null);
  const by = { issuer: award.issuer, accountId: leaving.updatedBy };
  const thanked = await thankHandOver(desk, by, award);
  return thanked.ok || thanked.failure.reason === 'own_hand_over' ? ok(null) : thanked;
}

/** An accepted award of an issuer, as a hand-over needs it; null where there is none. */
export async function handedOverAward(
  { store }: Desk,
  { issuer }: Pick<Actor, 'issuer'>,
  awardId: string,
): Promise<RoleAward | null> {
  const [award] = await store
    .select({
      id: awards.id,
      issuer: awards.issuer,
      accountId: awards.accountId,
      achievementSlug: awards.achievementSlug,
    })
    .from(awards)
    .where(and(eq(awards.id, awardId), eq(awards.issuer, issuer), eq(awards.state, 'accepted')));
  return award ?? null;
}
