import type { Failure } from '@laurel/core/failure';
import { type Result, refuse } from '@laurel/core/result';
import type { Actor } from '../acting/actor.ts';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';
import { acceptBatch } from './accept-batch.ts';
import { nameOfAccount } from './name-of-account.ts';
import { findOwnAward } from './own-award.ts';
import { orderOfTerms, termsOfAward } from './terms-of-award.ts';

/**
 * Offers again what was cancelled, as it was, to the same account. Answers the batch of
 * one that it becomes; repeated, the same one.
 */
export async function offerAgain(
  desk: Desk,
  actor: Actor,
  awardId: string,
): Promise<Result<string, Failure>> {
  const award = await findOwnAward(desk, actor, awardId);
  if (award === null) return refuse({ reason: 'award_unknown' });
  if (award.state !== 'cancelled') {
    return refuse({ reason: 'award_not_in_state', wanted: ['cancelled'] });
  }
  const username = await nameOfAccount(desk, award.accountId);
  return acceptBatch(
    desk,
    actor,
    {
      ...orderOfTerms(termsOfAward(award)),
      consent: 'ask',
      corrects: award.corrects,
      recipients: [{ username, accountId: award.accountId }],
    },
    { key: `renewal:${awardId}`, bodyHash: await sha256Hex(awardId) },
  );
}
