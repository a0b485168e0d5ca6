import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { batchRevocations } from '@laurel/store/private/desk';
import { and, eq, ne } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { newWork, rowRanges } from '../awarding/new-work.ts';
import { ROWS_PER_REVOCATION } from '../awarding/revoke-batch-rows.ts';
import type { Desk } from '../env.ts';
import type { DeskBatch } from './batch-progress.ts';
import { stillWaits } from './find-revocations.ts';

/**
 * Confirms that a whole batch is revoked, for somebody other than who asked: a token acts for whoever
 * made it. That it is confirmed, the audit entry and all the work are written together, so of two who
 * confirm at once one does. It cannot be taken back.
 */
export async function confirmRevocation(
  desk: Desk,
  actor: Actor,
  batch: DeskBatch,
  revocationId: string,
): Promise<Result<null, Failure>> {
  const ranges = rowRanges(batch.size, ROWS_PER_REVOCATION);
  const work = newWork(
    desk,
    ranges.map((range) => ({ task: 'revoke_batch', revocationId, ...range })),
    { ifChanged: true },
  );
  const entry = auditing(
    desk,
    {
      issuer: actor.issuer,
      actor: actor.accountId,
      act: 'batch_revoked',
      subject: batch.id,
      details: { size: batch.size },
    },
    { ifChanged: true },
  );
  const [, confirmed] = await desk.store.batch([
    entry.before,
    desk.store
      .update(batchRevocations)
      .set({ state: 'confirmed', decidedBy: actor.accountId, decidedAtSeconds: desk.nowSeconds })
      .where(
        and(
          ofBatch(batch, revocationId),
          stillWaits(desk),
          ne(batchRevocations.requestedBy, actor.accountId),
        ),
      )
      .returning({ id: batchRevocations.id }),
    entry.after,
    ...work.statements,
  ]);
  if (confirmed.length > 0) {
    await desk.hint(work.ids);
    return ok(null);
  }
  const [revocation] = await desk.store
    .select()
    .from(batchRevocations)
    .where(ofBatch(batch, revocationId));
  if (revocation === undefined) return refuse({ reason: 'revocation_unknown' });
  if (revocation.requestedBy === actor.accountId) return refuse({ reason: 'own_revocation' });
  return revocation.state === 'confirmed' && revocation.decidedBy === actor.accountId
    ? ok(null)
    : refuse({ reason: 'revocation_decided' });
}

/** Takes back a request to revoke a batch, whoever made it. Repeated it does nothing. */
export async function withdrawRevocation(
  desk: Desk,
  actor: Actor,
  batch: DeskBatch,
  revocationId: string,
): Promise<Result<null, Failure>> {
  const entry = auditing(
    desk,
    {
      issuer: actor.issuer,
      actor: actor.accountId,
      act: 'batch_revocation_withdrawn',
      subject: batch.id,
    },
    { ifChanged: true },
  );
  await desk.store.batch([
    entry.before,
    desk.store
      .update(batchRevocations)
      .set({ state: 'withdrawn', decidedBy: actor.accountId, decidedAtSeconds: desk.nowSeconds })
      .where(and(ofBatch(batch, revocationId), eq(batchRevocations.state, 'waiting'))),
    entry.after,
  ]);
  const [revocation] = await desk.store
    .select({ state: batchRevocations.state })
    .from(batchRevocations)
    .where(ofBatch(batch, revocationId));
  if (revocation === undefined) return refuse({ reason: 'revocation_unknown' });
  return revocation.state === 'withdrawn' ? ok(null) : refuse({ reason: 'revocation_decided' });
}

function ofBatch({ id, issuer }: DeskBatch, revocationId: string) {
  return and(
    eq(batchRevocations.id, revocationId),
    eq(batchRevocations.batchId, id),
    eq(batchRevocations.issuer, issuer),
  );
}
