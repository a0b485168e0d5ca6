import { batchRows } from '@laurel/store/private/desk';
import { and, between, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import type { RowRange } from './work-rows.ts';

/** The awards that were made of some rows of a batch. */
export async function awardsOfRows(
  { store }: Desk,
  { batchId, fromRow, toRow }: RowRange,
): Promise<readonly string[]> {
  const rows = await store
    .select({ awardId: batchRows.awardId })
    .from(batchRows)
    .where(
      and(
        eq(batchRows.batchId, batchId),
        between(batchRows.row, fromRow, toRow),
        eq(batchRows.state, 'awarded'),
      ),
    );
  return rows.map(({ awardId }) => awardId);
}
