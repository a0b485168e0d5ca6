import { outbox } from '@laurel/store/private/desk';
import { count, sql } from 'drizzle-orm';
import { rowRanges } from '../awarding/new-work.ts';
import { ROWS_PER_REVOCATION } from '../awarding/revoke-batch-rows.ts';
import type { Desk } from '../env.ts';
import type { DeskBatch } from './batch-progress.ts';

/** How far the revocation of a batch is, in parts of it. */
export type RevocationProgress = { readonly done: number; readonly parts: number };

/** The parts of a confirmed revocation, and how many of them are done, at the signer too. */
export async function revocationProgress(
  { store }: Desk,
  batch: DeskBatch,
  revocationId: string,
): Promise<RevocationProgress> {
  const parts = rowRanges(batch.size, ROWS_PER_REVOCATION).length;
  const [left] = await store
    .select({ parts: count() })
    .from(outbox)
    .where(sql`task ->> 'task' = 'revoke_batch' and task ->> 'revocationId' = ${revocationId}`);
  return { done: parts - (left?.parts ?? 0), parts };
}
