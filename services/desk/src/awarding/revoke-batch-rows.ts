import { inSet } from '@laurel/store/in-set';
import { audit, awards, batchRevocations, batchRows } from '@laurel/store/private/desk';
import type { OutboxTask } from '@laurel/store/private/outbox';
import { and, between, eq, inArray } from 'drizzle-orm';
import type { Desk } from '../env.ts';

export type RevokedRows = Extract<OutboxTask, { readonly task: 'revoke_batch' }>;

/** Rows in one task: as many awards as one call of the signer revokes. */
export const ROWS_PER_REVOCATION = 50;

/**
 * Revokes what was accepted of these rows of a batch, cancels what is open, and leaves the rest. May
 * be repeated and may be cut off anywhere: what is revoked in PRIVATE is told to the signer again.
 * Answers the ids of the awards that were revoked with the batch, and of none that was revoked alone.
 */
export async function revokeBatchRows(
  desk: Desk,
  { revocationId, fromRow, toRow }: RevokedRows,
): Promise<readonly string[]> {
  const { store, signer } = desk;
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
  const [now, , revoked] = await store.batch([
    store
      .update(awards)
      .set({ state: 'revoked', revocationReason: revocation.reason })
      .where(and(ofRows, eq(awards.state, 'accepted')))
      .returning({ id: awards.id }),
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
  if (now.length === ids.length) return ids;
  const alone = await revokedAlone(desk, revocation.issuer, ids);
  return ids.filter((id) => !alone.has(id));
}

/** Which of these awards the audit trail tells of by themselves: a batch has one entry for all. */
async function revokedAlone(
  { store }: Desk,
  issuer: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const entries = await store
    .select({ subject: audit.subject })
    .from(audit)
    .where(
      and(
        eq(audit.issuer, issuer),
        eq(audit.act, 'award_revoked'),
        inArray(audit.subject, inSet(ids)),
      ),
    );
  return new Set(entries.map(({ subject }) => subject));
}
