import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { outbox, sheetRows } from '@laurel/store/private/desk';
import { valuesBy } from '@laurel/store/values-by';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { newWork } from '../awarding/new-work.ts';
import type { Desk } from '../env.ts';
import { lookUp } from './look-up-rows.ts';
import { type DeskSheet, rowAsRead } from './sheet-values.ts';

/** Another name in the place of what a row had: typed, or chosen from the near ones. */
export type FixedName = { readonly row: number; readonly username: string };

/**
 * Puts other names into rows of a list and looks those rows up at once. The rows then read as if the
 * list had had these names. Where Wikimedia does not answer, that is refused, yet the new names stay:
 * the work written with them looks them up later.
 */
export async function fixNames(
  desk: Desk,
  sheet: DeskSheet,
  fixes: readonly FixedName[],
): Promise<Result<null, Failure>> {
  if (fixes.length === 0) return ok(null);
  const names = new Map(fixes.map(({ row, username }) => [row, username]));
  const rows = await desk.store
    .select()
    .from(sheetRows)
    .where(and(eq(sheetRows.sheetId, sheet.id), inArray(sheetRows.row, inSet([...names.keys()]))));
  const fixed = rows.map(({ row, line, cells }) => {
    const put = cells.map((cell, column) =>
      column === sheet.reading.usernameColumn ? (names.get(row) ?? cell) : cell,
    );
    const { username, finding } = rowAsRead({ line, cells: put }, sheet.reading);
    return { row, cells: put, username, finding };
  });
  const toLookUp = fixed.filter(({ finding }) => finding === null);
  const work = newWork(
    desk,
    toLookUp.map(({ row }) => ({
      task: 'resolve_sheet',
      sheetId: sheet.id,
      revision: sheet.revision,
      fromRow: row,
      toRow: row,
    })),
  );
  await desk.store.batch([
    desk.store
      .update(sheetRows)
      .set({
        cells: sql`fixed.value -> 'cells'`,
        username: sql`fixed.value ->> 'username'`,
        finding: sql`nullif(fixed.value -> 'finding', 'null')`,
        pile: sql`iif(fixed.value ->> 'finding' is null, null, 'not_found')`,
        accountId: null,
        confirmed: null,
      })
      .from(sql`${valuesBy('row', JSON.stringify(fixed))} as fixed`)
      .where(sql`sheet_id = ${sheet.id} and row_number = fixed.at`),
    ...work.statements,
  ]);
  const looked = await lookUp(desk, sheet, toLookUp);
  if (!looked.ok) return looked;
  if (looked.value > 0) await desk.hint(work.ids);
  else await desk.store.delete(outbox).where(inArray(outbox.id, inSet(work.ids)));
  return ok(null);
}
