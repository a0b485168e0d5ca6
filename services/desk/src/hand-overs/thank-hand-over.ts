import { type Day, dayOf, secondsAt } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awards, handOvers } from '@laurel/store/private/desk';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { memberOf, mustHave } from '../acting/member.ts';
import { acceptBatch, batchOfKey } from '../awarding/accept-batch.ts';
import { findAchievement } from '../awarding/find-achievement.ts';
import { nameOfAccount } from '../awarding/name-of-account.ts';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';
import { findLeaving } from '../leaving/leaving.ts';
import { whyNotAward } from '../nominations/why-not-award.ts';
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
 * thanks themselves. Of two roles that somebody hands over on one day the other waits until the next: an award is made
 * once for a day.
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
  const request = { key: `hand-over:${award.id}`, bodyHash: await sha256Hex(award.id) };
  const before = await batchOfKey(desk, award.issuer, request);
  if (!before.ok) return before;
  if (before.value !== null) return ok(before.value);
  if (found.thankedAtSeconds !== null) return refuse({ reason: 'hand_over_closed' });
  const today = dayOf(desk.nowSeconds);
  const period = { start: today, end: today };
  const mayNot = () => whyNotThank(desk, award, period);
  const mistake = await mayNot();
  if (mistake !== null) return refuse(mistake);
  const username = await nameOfAccount(desk, award.accountId);
  try {
    return await acceptBatch(
      desk,
      { ...actor, scopes: new Set() },
      {
        achievement: THANKED_BY,
        consent: 'ask',
        period,
        recipients: [{ username, accountId: award.accountId }],
      },
      request,
      [
        desk.store
          .update(handOvers)
          .set({ thankedAtSeconds: desk.nowSeconds })
          .where(and(eq(handOvers.awardId, award.id), isNull(handOvers.thankedAtSeconds))),
        // Writes a row that is there already, which takes all of it back, where the other one was thanked meanwhile.
        desk.store
          .insert(handOvers)
          .select(
            sql`select * from ${handOvers} where award_id = ${award.id} and ${thankedOn(award, today)}`,
          ),
      ],
    );
  } catch (defect) {
    const meanwhile = await mayNot();
    if (meanwhile !== null) return refuse(meanwhile);
    throw defect;
  }
}

/** Why nobody would be awarded, as far as that is known; null where nothing stands in the way. */
async function whyNotThank(
  desk: Desk,
  award: RoleAward,
  period: { readonly start: Day; readonly end: Day },
): Promise<Failure | null> {
  const thanked = await desk.store.$count(
    handOvers,
    and(eq(handOvers.awardId, award.id), thankedOn(award, period.start)),
  );
  if (thanked > 0) return { reason: 'nominee_recognised' };
  const meant = { nominee: award, achievementSlug: THANKED_BY };
  return whyNotAward(desk, award.issuer, meant, period);
}

/** The condition that another hand-over of the same person was thanked for on a day, or since. */
function thankedOn({ id, issuer, accountId }: RoleAward, day: Day) {
  return sql`exists (select 1 from hand_overs as other join awards as theirs on theirs.id = other.award_id
    where theirs.account_id = ${accountId} and +theirs.issuer = ${issuer} and theirs.id <> ${id}
      and other.thanked_at_seconds >= ${secondsAt(day)})`;
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
  await thankHandOver(desk, by, award);
  return ok(null);
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
