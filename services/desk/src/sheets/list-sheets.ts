import { sheets } from '@laurel/store/private/desk';
import { and, count, desc, eq, gt } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { seenBy } from '../acting/awarding.ts';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import type { DeskSheet } from './sheet-values.ts';

/** One page of the lists that were not awarded yet and that the actor sees, newest first, and how many there are. */
export async function listSheets(
  { store, nowSeconds }: Desk,
  actor: Actor,
  page: number,
): Promise<{ readonly sheets: readonly DeskSheet[]; readonly total: number }> {
  const ofIssuer = and(
    eq(sheets.issuer, actor.issuer),
    seenBy(actor, 'awards:write', sheets.createdBy),
    gt(sheets.endsAtSeconds, nowSeconds),
  );
  const [[all], begun] = await store.batch([
    store.select({ total: count() }).from(sheets).where(ofIssuer),
    store
      .select()
      .from(sheets)
      .where(ofIssuer)
      .orderBy(desc(sheets.createdAtSeconds))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { sheets: begun, total: all?.total ?? 0 };
}
