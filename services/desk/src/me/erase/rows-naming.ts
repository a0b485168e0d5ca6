import { normaliseUsername } from '@laurel/core/username';
import { readNameCell } from '@laurel/sheet/name-cell';
import { batchRows, sheetRows } from '@laurel/store/private/desk';
import { and, asc, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';

/** Rows that are read at a time: some 200 bytes each. */
const PAGE_ROWS = 2_000;

/** Where lists and batches give a name: each row by its key, and as it was when it was read. */
export type RowsNaming = {
  /** Of a sheet: its id, the row, the text of its cells, and of these with something else than the name. */
  readonly cells: readonly (readonly [string, number, string, string])[];
  /** Of a sheet, meaning this person: its id, the row, and the name that is looked up. */
  readonly sheetRows: readonly (readonly [string, number, string])[];
  /** The same of a batch, with the name as it was given. */
  readonly batchRows: readonly (readonly [string, number, string])[];
};

/**
 * Finds the rows that give a name as a whole cell, in any of the ways in which people write it: never a
 * longer name that it is a part of. A row that was found to be somebody else's is theirs, whatever name
 * it gives. Null is somebody without a name, whom nothing names.
 *
 * @param instead what such a cell is to hold.
 */
export async function rowsNaming(
  desk: Desk,
  username: string | null,
  instead = '',
): Promise<RowsNaming> {
  if (username === null) return { cells: [], sheetRows: [], batchRows: [] };
  const inSheets = await everyPage((after) => pageOfSheetRows(desk, after));
  const inBatches = await everyPage((after) => pageOfBatchRows(desk, after));
  return {
    cells: inSheets.flatMap(({ key: [id, row], cells, text }) => {
      const left = cells.map((cell) => (isNamedBy(cell, username) ? instead : cell));
      const has = left.some((cell, at) => cell !== cells[at]);
      return has ? [[id, row, text, JSON.stringify(left)]] : [];
    }),
    sheetRows: inSheets.flatMap(({ key, accountId, given }) =>
      accountId === null && given === username ? [[...key, given]] : [],
    ),
    batchRows: inBatches.flatMap(({ key, given }) => {
      const name = normaliseUsername(given);
      return name.ok && name.value === username ? [[...key, given]] : [];
    }),
  };
}

function isNamedBy(cell: string, username: string): boolean {
  const read = readNameCell(cell);
  return read.found && read.username === username;
}

type Key = readonly [string, number];

async function everyPage<Row extends { readonly key: Key }>(
  pageAfter: (after: Key) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: Key = ['', -1];
  for (;;) {
    const page = await pageAfter(after);
    rows.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return rows;
    after = last.key;
  }
}

async function pageOfSheetRows({ store }: Desk, after: Key) {
  const rows = await store
    .select({
      id: sheetRows.sheetId,
      row: sheetRows.row,
      cells: sheetRows.cells,
      text: sql<string>`sheet_rows.cells`,
      given: sheetRows.username,
      accountId: sheetRows.accountId,
    })
    .from(sheetRows)
    .where(beyond(sql`(sheet_id, row_number)`, after))
    .orderBy(asc(sheetRows.sheetId), asc(sheetRows.row))
    .limit(PAGE_ROWS);
  return rows.map(({ id, row, ...rest }) => ({ key: [id, row] as const, ...rest }));
}

/** Those that are not awarded: of those that are, the name is gone. */
async function pageOfBatchRows({ store }: Desk, after: Key) {
  const rows = await store
    .select({ id: batchRows.batchId, row: batchRows.row, given: batchRows.username })
    .from(batchRows)
    .where(
      and(
        beyond(sql`(batch_id, row_number)`, after),
        ne(batchRows.state, 'awarded'),
        isNull(batchRows.accountId),
        isNotNull(batchRows.username),
      ),
    )
    .orderBy(asc(batchRows.batchId), asc(batchRows.row))
    .limit(PAGE_ROWS);
  return rows.map(({ id, row, given }) => ({ key: [id, row] as const, given: given ?? '' }));
}

function beyond(key: SQL, [id, row]: Key): SQL {
  return sql`${key} > (${id}, ${row})`;
}
