import { sheetRows } from '@laurel/store/private/desk';
import { valuesBy } from '@laurel/store/values-by';
import { and, eq, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import type { DeskSheet } from './sheet-values.ts';

/** The organizer's word on one row. What is left out stays as it was. */
export type SaidOfRow = {
  readonly row: number;
  readonly attended?: boolean;
  /** True: this is the person. False: leave the row out. Null: nobody has said. */
  readonly confirmed?: boolean | null;
};

/** Writes what the organizer says of rows, in one statement. Answers how many rows it reached. */
export async function sayOfRows(
  { store }: Desk,
  sheet: DeskSheet,
  said: readonly SaidOfRow[],
): Promise<number> {
  const written = await store.run(sql`
    update sheet_rows set
      attended = iif(json_type(said.value, '$.attended') is null, attended, said.value ->> 'attended'),
      confirmed = iif(json_type(said.value, '$.confirmed') is null, confirmed, said.value ->> 'confirmed')
    from ${valuesBy('row', JSON.stringify(said))} as said
    where sheet_id = ${sheet.id} and row_number = said.at`);
  return written.meta.changes;
}

/** Says of everybody on the list whether they attended. */
export async function sayOfAll(
  { store }: Desk,
  sheet: DeskSheet,
  attended: boolean,
): Promise<void> {
  await store.update(sheetRows).set({ attended }).where(eq(sheetRows.sheetId, sheet.id));
}

/** Settles every row to check that was looked up: each is the person who was meant. */
export async function settleAll({ store }: Desk, sheet: DeskSheet): Promise<void> {
  await store
    .update(sheetRows)
    .set({ confirmed: true })
    .where(and(eq(sheetRows.sheetId, sheet.id), eq(sheetRows.pile, 'check')));
}
