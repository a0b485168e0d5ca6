import type { RevocationReason } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { batchRevocations } from '@laurel/store/private/desk';
import { and, eq, lte } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { countsOf, type DeskBatch } from './batch-progress.ts';
import { LAPSE_SECONDS } from './find-revocations.ts';

/**
 * Asks for a whole batch to be revoked. Nothing happens before another member confirms it. One request
 * waits at a time; the same one sent twice is one. Answers its id.
 */
export async function askRevocation(
  desk: Desk,
  actor: Actor,
  batch: DeskBatch,
  reason: RevocationReason,
): Promise<Result<string, Failure>> {
  const { queued, accepted, open } = await countsOf(desk, batch);
  if (queued > 0) return refuse({ reason: 'batch_not_done' });
  if (accepted + open === 0) return refuse({ reason: 'batch_ended' });
  const { store, nowSeconds } = desk;
  const id = freshId();
  const ofBatch = and(
    eq(batchRevocations.batchId, batch.id),
    eq(batchRevocations.state, 'waiting'),
  );
  const entry = auditing(
    desk,
    {
      issuer: actor.issuer,
      actor: actor.accountId,
      act: 'batch_revocation_requested',
      subject: batch.id,
      details: { reason },
    },
    { ifChanged: true },
  );
  const [, , asked] = await store.batch([
    entry.before,
    store
      .update(batchRevocations)
      .set({ state: 'lapsed' })
      .where(and(ofBatch, lte(batchRevocations.requestedAtSeconds, nowSeconds - LAPSE_SECONDS))),
    store
      .insert(batchRevocations)
      .values({
        id,
        issuer: actor.issuer,
        batchId: batch.id,
        reason,
        requestedBy: actor.accountId,
        requestedAtSeconds: nowSeconds,
        state: 'waiting',
      })
      .onConflictDoNothing()
      .returning({ id: batchRevocations.id }),
    entry.after,
  ]);
  if (asked.length > 0) return ok(id);
  const [waiting] = await store.select().from(batchRevocations).where(ofBatch);
  return waiting?.requestedBy === actor.accountId && waiting.reason === reason
    ? ok(waiting.id)
    : refuse({ reason: 'revocation_waiting' });
}
