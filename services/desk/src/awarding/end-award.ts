import type { RevocationReason } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awards } from '@laurel/store/private/desk';
import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { workTask } from './outbox.ts';
import { findOwnAward, ownAward } from './own-award.ts';
import { promptWork } from './prompt-work.ts';

/**
 * Revokes an accepted award with its reason, and every credential made from it. The award, the audit
 * entry and the work at the signer are written together, so a crash in between is made good.
 */
export async function revokeAward(
  desk: Desk,
  actor: Actor,
  awardId: string,
  reason: RevocationReason,
): Promise<Result<null, Failure>> {
  const work = promptWork(desk, { task: 'revoke', awardId });
  const entry = auditOf(desk, actor, 'award_revoked', awardId, { reason });
  const [, changed] = await desk.store.batch([
    entry.before,
    desk.store
      .update(awards)
      .set({ state: 'revoked', revocationReason: reason })
      .where(and(ownAward(actor, awardId), eq(awards.state, 'accepted')))
      .returning({ id: awards.id }),
    entry.after,
    work.statement,
  ]);
  if (changed.length === 0) {
    const award = await findOwnAward(desk, actor, awardId);
    if (award === null) return refuse({ reason: 'award_unknown' });
    return award.state === 'revoked' && award.revocationReason === reason
      ? ok(null)
      : refuse({ reason: 'award_not_in_state', wanted: ['accepted'] });
  }
  await workTask(desk, work.id);
  return ok(null);
}

/** Takes back an offer that is still open to the issuer; a declined one looks the same to them. */
export async function cancelAward(
  desk: Desk,
  actor: Actor,
  awardId: string,
): Promise<Result<null, Failure>> {
  const entry = auditOf(desk, actor, 'award_cancelled', awardId);
  const [, changed] = await desk.store.batch([
    entry.before,
    desk.store
      .update(awards)
      .set({ state: 'cancelled' })
      .where(and(ownAward(actor, awardId), inArray(awards.state, ['offered', 'declined'])))
      .returning({ id: awards.id }),
    entry.after,
  ]);
  if (changed.length > 0) return ok(null);
  const award = await findOwnAward(desk, actor, awardId);
  if (award === null) return refuse({ reason: 'award_unknown' });
  return award.state === 'cancelled'
    ? ok(null)
    : refuse({ reason: 'award_not_in_state', wanted: ['offered'] });
}

/** An entry for the change of the statement before it in the same batch, and none where nothing changed. */
function auditOf(
  desk: Desk,
  { issuer, accountId }: Actor,
  act: 'award_revoked' | 'award_cancelled',
  subject: string,
  details: Readonly<Record<string, string>> = {},
) {
  return auditing(desk, { issuer, actor: accountId, act, subject, details }, { ifChanged: true });
}
