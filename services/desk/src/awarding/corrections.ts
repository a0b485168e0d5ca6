import { type AwardStateForIssuer, stateForIssuer } from '@laurel/core/award';
import type { RecipientRefusal } from '@laurel/core/failure';
import type { RowState } from '@laurel/store/private/batches';
import { awards, batches, batchRows } from '@laurel/store/private/desk';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** One time that an award was corrected, as its issuer may see it. */
export type Correction = {
  readonly batchId: string;
  readonly awardId: string;
  readonly atSeconds: number;
  /** What became of it: `queued` for a moment, `refused`, or the state of the award that it is. */
  readonly state: 'queued' | 'refused' | AwardStateForIssuer;
  readonly refusal: RecipientRefusal | null;
};

/** Every time that an award was corrected, oldest first. */
export async function correctionsOf(
  { store }: Desk,
  awardId: string,
): Promise<readonly Correction[]> {
  const rows = await store
    .select({
      batchId: batches.id,
      awardId: batchRows.awardId,
      atSeconds: batches.createdAtSeconds,
      row: batchRows.state,
      refusal: batchRows.refusal,
      award: awards.state,
    })
    .from(batches)
    .innerJoin(batchRows, eq(batchRows.batchId, batches.id))
    .leftJoin(awards, and(eq(awards.id, batchRows.awardId), eq(batchRows.state, 'awarded')))
    .where(eq(batches.corrects, awardId))
    .orderBy(asc(batches.createdAtSeconds), asc(sql`batches.rowid`));
  return rows.map(({ row, award, ...correction }) => ({
    ...correction,
    state: row === 'awarded' && award !== null ? stateForIssuer(award) : stateOfRow(row),
  }));
}

/** True of a correction that no longer stands in the way of another one. */
export function isOver({ state }: Correction): boolean {
  return state === 'refused' || state === 'closed' || state === 'revoked';
}

function stateOfRow(row: RowState): 'queued' | 'refused' | 'closed' {
  switch (row) {
    case 'refused':
      return 'refused';
    case 'lapsed':
      return 'closed';
    case 'queued':
    case 'awarded':
      return 'queued';
  }
}
