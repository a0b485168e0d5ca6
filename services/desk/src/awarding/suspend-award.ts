import type { SuspensionReason } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awards } from '@laurel/store/private/desk';
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { workTask } from './outbox.ts';
import { findOwnAward, ownAward } from './own-award.ts';
import { promptWork } from './prompt-work.ts';

/**
 * Says of an accepted award that it is under review: its credentials read “suspended” until that is
 * lifted, and none is made. Nothing that was signed changes. Repeated with the same reason it does
 * nothing.
 */
export async function suspendAward(
  desk: Desk,
  actor: Actor,
  awardId: string,
  reason: SuspensionReason,
): Promise<Result<null, Failure>> {
  const work = promptWork(desk, { task: 'standing', awardId });
  const entry = auditOf(desk, actor, 'award_suspended', awardId, { reason });
  const [, changed] = await desk.store.batch([
    entry.before,
    desk.store
      .update(awards)
      .set({ suspendedAtSeconds: desk.nowSeconds, suspensionReason: reason })
      .where(
        and(
          ownAward(actor, awardId),
          eq(awards.state, 'accepted'),
          isNull(awards.suspendedAtSeconds),
          isNull(awards.supersededBy),
        ),
      )
      .returning({ id: awards.id }),
    entry.after,
    work.statement,
  ]);
  if (changed.length > 0) {
    await workTask(desk, work.id);
    return ok(null);
  }
  const award = await findOwnAward(desk, actor, awardId);
  if (award === null) return refuse({ reason: 'award_unknown' });
  if (award.state !== 'accepted') {
    return refuse({ reason: 'award_not_in_state', wanted: ['accepted'] });
  }
  if (award.supersededBy !== null) return refuse({ reason: 'award_superseded' });
  return award.suspensionReason === reason ? ok(null) : refuse({ reason: 'award_suspended' });
}

/**
 * Lifts a suspension: credentials read as before. Without one it does nothing. Nobody lifts that of
 * their own award: another member looks into it.
 */
export async function liftSuspension(
  desk: Desk,
  actor: Actor,
  awardId: string,
): Promise<Result<null, Failure>> {
  const work = promptWork(desk, { task: 'standing', awardId });
  const entry = auditOf(desk, actor, 'suspension_lifted', awardId);
  const [, changed] = await desk.store.batch([
    entry.before,
    desk.store
      .update(awards)
      .set({ suspendedAtSeconds: null, suspensionReason: null })
      .where(
        and(
          ownAward(actor, awardId),
          eq(awards.state, 'accepted'),
          isNotNull(awards.suspendedAtSeconds),
          ne(awards.accountId, actor.accountId),
        ),
      )
      .returning({ id: awards.id }),
    entry.after,
    work.statement,
  ]);
  if (changed.length > 0) {
    await workTask(desk, work.id);
    return ok(null);
  }
  const award = await findOwnAward(desk, actor, awardId);
  if (award === null) return refuse({ reason: 'award_unknown' });
  if (award.state !== 'accepted') {
    return refuse({ reason: 'award_not_in_state', wanted: ['accepted'] });
  }
  return award.suspendedAtSeconds === null ? ok(null) : refuse({ reason: 'own_suspension' });
}

function auditOf(
  desk: Desk,
  { issuer, accountId }: Actor,
  act: 'award_suspended' | 'suspension_lifted',
  subject: string,
  details: Readonly<Record<string, string>> = {},
) {
  return auditing(desk, { issuer, actor: accountId, act, subject, details }, { ifChanged: true });
}
