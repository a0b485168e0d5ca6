import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { sheetRows } from '@laurel/store/private/desk';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { lookUp } from './look-up-rows.ts';
import { type DeskSheet, rowAsRead } from './sheet-values.ts';

/** Another name in the place of what a row had: typed, or chosen from the near ones. */
export type FixedName = { readonly row: number; readonly username: string };

/**
 * Puts other names into rows of a list and looks those rows up at once. The rows then read as if the
 * list had had these names. Where Wikimedia does not answer, the new names stay and are refused as
 * not looked up: the work of the list finds them later.
 */
export async function fixNames(
  desk: Desk,
  sheet: DeskSheet,
  fixes: readonly FixedName[],
): Promise<Result<null, Failure>> {
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
  await desk.store.run(sql`
    update sheet_rows set cells = fixed.value -> 'cells', username = fixed.value ->> 'username',
      finding = nullif(fixed.value -> 'finding', 'null'), account_id = null, confirmed = null,
      pile = iif(fixed.value ->> 'finding' is null, null, 'not_found')
    from json_each(${JSON.stringify(fixed)}) as fixed
    where sheet_id = ${sheet.id} and row_number = fixed.value ->> 'row'`);
  const looked = await lookUp(
    desk,
    sheet,
    fixed.filter(({ finding }) => finding === null),
  );
  return looked.ok ? ok(null) : looked;
}
