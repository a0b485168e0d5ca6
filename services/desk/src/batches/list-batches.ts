import { batches } from '@laurel/store/private/desk';
import { and, count, desc, eq } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { seenBy } from '../acting/awarding.ts';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import type { DeskBatch } from './batch-progress.ts';

/** One page of the batches that the actor sees, newest first, and how many there are. */
export async function listBatches(
  { store }: Desk,
  actor: Actor,
  page: number,
): Promise<{ readonly total: number; readonly batches: readonly DeskBatch[] }> {
  const ofIssuer = and(
    eq(batches.issuer, actor.issuer),
    seenBy(actor, 'awards:read', batches.createdBy),
  );
  const [[all], listed] = await store.batch([
    store.select({ total: count() }).from(batches).where(ofIssuer),
    store
      .select()
      .from(batches)
      .where(ofIssuer)
      .orderBy(desc(batches.createdAtSeconds), desc(batches.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: all?.total ?? 0, batches: listed };
}
