import type { PersonFinding } from '@laurel/core/person-finding';
import { accounts, applications, batchRows, sheetRows } from '@laurel/store/private/desk';
import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { type RowsNaming, rowsNaming } from '../me/erase/rows-naming.ts';

/** An account that was called otherwise. */
export type Renamed = {
  readonly accountId: string;
  readonly formerName: string;
  /** Null where it has no name any more. */
  readonly username: string | null;
};

/** What a list tells of somebody without a name: a row to be filled in by the organizer. */
const NO_NAME: PersonFinding = { found: false, why: 'empty', detail: '', near: [] };

/**
 * Has lists, batches and applications call an account as it is called now. A row in which only the name is
 * known is whoever's bears it now, and left alone where that is somebody else.
 */
export async function relabelRows(desk: Desk, renamed: Renamed): Promise<void> {
  const { store } = desk;
  const { formerName, username } = renamed;
  const naming = await rowsNaming(desk, formerName, username ?? '');
  const isNobodys = sql`not exists (select 1 from ${accounts} where username = ${formerName})`;
  await store.batch([
    ...relabellingBatches(desk, renamed, naming, isNobodys),
    ...relabellingSheets(desk, renamed, naming, isNobodys),
    relabellingContacts(desk, renamed),
  ]);
}

function relabellingBatches(
  { store }: Desk,
  { accountId, username }: Renamed,
  naming: RowsNaming,
  isNobodys: SQL,
) {
  return [
    store
      .update(batchRows)
      .set({ username })
      .where(
        or(
          eq(batchRows.accountId, accountId),
          sql`(batch_id, row_number, username) in ${keysOf(naming.batchRows)} and ${isNobodys}`,
        ),
      ),
  ] as const;
}

function relabellingSheets(
  { store }: Desk,
  { accountId, username }: Renamed,
  naming: RowsNaming,
  isNobodys: SQL,
) {
  const isTheirs = or(
    eq(sheetRows.accountId, accountId),
    sql`finding ->> '$.account.accountId' = ${accountId}`,
  );
  const isNamed = sql`(sheet_id, row_number, username) in ${keysOf(naming.sheetRows)} and ${isNobodys}`;
  const near = sql`exists (select 1 from json_each(finding, '$.near')
    where value ->> 'accountId' = ${accountId})`;
  const cells = store
    .update(sheetRows)
    .set({ cells: sql`named.value ->> 3` })
    .from(sql`(select value from json_each(${JSON.stringify(naming.cells)}) limit -1) as named`)
    .where(
      and(
        sql`sheet_id = named.value ->> 0 and row_number = named.value ->> 1
          and cells = named.value ->> 2`,
        or(isTheirs, isNobodys),
      ),
    );
  return username === null
    ? ([
        cells,
        store
          .update(sheetRows)
          .set({
            username: null,
            finding: NO_NAME,
            pile: 'not_found',
            accountId: null,
            confirmed: false,
          })
          .where(or(isTheirs, isNamed)),
        store
          .update(sheetRows)
          .set({
            finding: sql`json_set(finding, '$.near', (select json_group_array(json(value))
              from json_each(finding, '$.near') where value ->> 'accountId' <> ${accountId}))`,
          })
          .where(near),
      ] as const)
    : ([
        cells,
        store
          .update(sheetRows)
          .set({
            username,
            finding: sql`iif(finding ->> '$.account.accountId' = ${accountId},
              json_set(finding, '$.account.username', ${username}), finding)`,
          })
          .where(or(isTheirs, isNamed)),
        store
          .update(sheetRows)
          .set({
            finding: sql`json_set(finding, '$.near', (select json_group_array(json(
              iif(value ->> 'accountId' = ${accountId}, json_set(value, '$.username', ${username}), value)))
              from json_each(finding, '$.near')))`,
          })
          .where(near),
      ] as const);
}

function relabellingContacts({ store }: Desk, { accountId, username }: Renamed) {
  const { contacts } = applications;
  return store
    .update(applications)
    .set({
      contacts: sql`(select json_group_array(json(
        iif(value ->> 'accountId' = ${accountId}, json_set(value, '$.username', ${username}), value)))
        from json_each(${contacts}))`,
    })
    .where(sql`instr(${contacts}, ${JSON.stringify(accountId)}) > 0`);
}

function keysOf(rows: readonly (readonly [string, number, string])[]): SQL {
  return sql`(select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(rows)}))`;
}
