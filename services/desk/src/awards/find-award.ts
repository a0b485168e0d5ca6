import type { Achievement } from '@laurel/core/achievement';
import { type AwardStateForIssuer, stateForIssuer } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { accounts, achievements, awards } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { type Correction, correctionsOf } from '../awarding/corrections.ts';
import { ownAward } from '../awarding/own-award.ts';
import type { Desk } from '../env.ts';

/** An award with all that its issuer may know of it. */
export type IssuersAward = Omit<typeof awards.$inferSelect, 'state' | 'decidedAtSeconds'> & {
  readonly state: AwardStateForIssuer;
  /** Null where Wikimedia does not show the name any more. */
  readonly username: string | null;
  /** As it was when it was awarded. */
  readonly achievement: Achievement;
  /** Null unless it was accepted: nobody learns that somebody declined. */
  readonly acceptedAtSeconds: number | null;
  readonly corrections: readonly Correction[];
};

/** An award of the actor's issuer, as that may see it. */
export async function findIssuersAward(
  desk: Desk,
  actor: Actor,
  awardId: string,
): Promise<Result<IssuersAward, Failure>> {
  const [found] = await desk.store
    .select({ award: awards, username: accounts.username, achievement: achievements.facts })
    .from(awards)
    .innerJoin(achievements, eq(achievements.id, awards.achievementId))
    .leftJoin(accounts, eq(accounts.id, awards.accountId))
    .where(ownAward(actor, awardId));
  if (found === undefined) return refuse({ reason: 'award_unknown' });
  const { username, achievement } = found;
  const { state, decidedAtSeconds, ...award } = found.award;
  const wasAccepted = state === 'accepted' || state === 'revoked';
  return ok({
    ...award,
    username,
    achievement,
    state: stateForIssuer(state),
    acceptedAtSeconds: wasAccepted ? decidedAtSeconds : null,
    corrections: await correctionsOf(desk, awardId),
  });
}
