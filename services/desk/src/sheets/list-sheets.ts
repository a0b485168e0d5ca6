import { sheets } from '@laurel/store/private/desk';
import { and, count, desc, eq, gt } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import type { DeskSheet } from './sheet-values.ts';

/** One page of an issuer's lists that were not awarded yet, newest first, and how many there are. */
export async function listSheets(
  { store, nowSeconds }: Desk,
  issuer: string,
  page: number,
): Promise<{ readonly sheets: readonly DeskSheet[]; readonly total: number }> {
  const ofIssuer = and(eq(sheets.issuer, issuer), gt(sheets.endsAtSeconds, nowSeconds));
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
