import type { RevocationReason } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { audit, awards, outbox } from '@laurel/store/private/desk';
import { and, eq, inArray } from 'drizzle-orm';
import type { Bearer } from '../api/bearer.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { workTask } from './outbox.ts';

/** Lets the caller's own work come first; a sweep takes over what it leaves. */
const GRACE_SECONDS = 30;

/**
 * Revokes an accepted award with its reason, and every credential made from it. The award, the audit
 * entry and the work at the signer are written together, so a crash in between is made good.
 */
export async function revokeAward(
  desk: Desk,
  bearer: Bearer,
  awardId: string,
  reason: RevocationReason,
): Promise<Result<null, Failure>> {
  const award = await awardOfIssuer(desk, bearer, awardId);
  if (award === null) return refuse({ reason: 'award_unknown' });
  if (award.state === 'revoked' && award.revocationReason === reason) return ok(null);
  if (award.state !== 'accepted') {
    return refuse({ reason: 'award_not_in_state', wanted: ['accepted'] });
  }
  const outboxId = freshId();
  await desk.store.batch([
    desk.store
      .update(awards)
      .set({ state: 'revoked', revocationReason: reason })
      .where(and(eq(awards.id, awardId), eq(awards.state, 'accepted'))),
    desk.store.insert(outbox).values({
      id: outboxId,
      task: { task: 'revoke', awardId },
      dueAtSeconds: desk.nowSeconds + GRACE_SECONDS,
      leasedUntilSeconds: 0,
      attempts: 0,
    }),
    auditEntry(desk, bearer, 'award_revoked', awardId),
  ]);
  await workTask(desk, outboxId);
  return ok(null);
}

/** Takes back an offer that is still open to the issuer; a declined one looks the same to them. */
export async function cancelAward(
  desk: Desk,
  bearer: Bearer,
  awardId: string,
): Promise<Result<null, Failure>> {
  const award = await awardOfIssuer(desk, bearer, awardId);
  if (award === null) return refuse({ reason: 'award_unknown' });
  if (award.state === 'cancelled') return ok(null);
  if (award.state !== 'offered' && award.state !== 'declined') {
    return refuse({ reason: 'award_not_in_state', wanted: ['offered'] });
  }
  await desk.store.batch([
    desk.store
      .update(awards)
      .set({ state: 'cancelled' })
      .where(and(eq(awards.id, awardId), inArray(awards.state, ['offered', 'declined']))),
    auditEntry(desk, bearer, 'award_cancelled', awardId),
  ]);
  return ok(null);
}

async function awardOfIssuer(desk: Desk, { issuer }: Bearer, awardId: string) {
  const [award] = await desk.store
    .select({ state: awards.state, revocationReason: awards.revocationReason })
    .from(awards)
    .where(and(eq(awards.id, awardId), eq(awards.issuer, issuer)));
  return award ?? null;
}

function auditEntry(
  desk: Desk,
  { issuer, createdBy }: Bearer,
  act: 'award_revoked' | 'award_cancelled',
  subject: string,
) {
  return desk.store.insert(audit).values({
    id: freshId(),
    issuer,
    actor: createdBy,
    act,
    subject,
    atSeconds: desk.nowSeconds,
  });
}
