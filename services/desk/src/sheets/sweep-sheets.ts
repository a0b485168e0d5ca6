import { sheetRows, sheets } from '@laurel/store/private/desk';
import { lte, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** Deletes lists that nobody awarded in time, with every name in them. */
export async function sweepSheets({ store, nowSeconds }: Desk): Promise<void> {
  await store.batch([
    store.delete(sheetRows).where(sql`sheet_id in
      (select id from sheets where ends_at_seconds <= ${nowSeconds})`),
    store.delete(sheets).where(lte(sheets.endsAtSeconds, nowSeconds)),
  ]);
}
