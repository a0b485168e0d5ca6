import { awards, batchRevocations, batchRows } from '@laurel/store/private/desk';
import type { OutboxTask } from '@laurel/store/private/outbox';
import { and, between, eq, inArray } from 'drizzle-orm';
import type { Desk } from '../env.ts';

export type RevokedRows = Extract<OutboxTask, { readonly task: 'revoke_batch' }>;

/** Rows in one task: as many awards as one call of the signer revokes. */
export const ROWS_PER_REVOCATION = 50;

/**
 * Revokes what was accepted of these rows of a batch, cancels what is open, and leaves the rest. May
 * be repeated and may be cut off anywhere: what is revoked in PRIVATE is told to the signer again.
 * Answers the ids of the awards of these rows that stand as revoked.
 */
export async function revokeBatchRows(
  { store, signer }: Desk,
  { revocationId, fromRow, toRow }: RevokedRows,
): Promise<readonly string[]> {
  const [revocation] = await store
    .select()
    .from(batchRevocations)
    .where(and(eq(batchRevocations.id, revocationId), eq(batchRevocations.state, 'confirmed')));
  if (revocation === undefined) throw new Error('work of a revocation that nobody confirmed');
  const ofRows = inArray(
    awards.id,
    store
      .select({ id: batchRows.awardId })
      .from(batchRows)
      .where(
        and(eq(batchRows.batchId, revocation.batchId), between(batchRows.row, fromRow, toRow)),
      ),
  );
  const [, , revoked] = await store.batch([
    store
      .update(awards)
      .set({ state: 'revoked', revocationReason: revocation.reason })
      .where(and(ofRows, eq(awards.state, 'accepted'))),
    store
      .update(awards)
      .set({ state: 'cancelled' })
      .where(and(ofRows, inArray(awards.state, ['offered', 'declined']))),
    store
      .select({ id: awards.id })
      .from(awards)
      .where(and(ofRows, eq(awards.state, 'revoked'))),
  ]);
  const ids = revoked.map(({ id }) => id);
  await signer.revokeAwards(ids);
  return ids;
}
