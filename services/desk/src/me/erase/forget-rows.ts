import type { RecipientRefusal } from '@laurel/core/failure';
import type { PersonFinding } from '@laurel/core/person-finding';
import { batchRows, sheetRows } from '@laurel/store/private/desk';
import { eq, or, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import type { RowsNaming } from './rows-naming.ts';

/** What the issuer sees in the place of somebody who is not here any more. */
const NOBODY: RecipientRefusal = { reason: 'account_missing' };

/** The same in a list that is not awarded yet: a row without a name. */
const NO_NAME: PersonFinding = { found: false, why: 'empty', detail: '', near: [] };

/**
 * The statements by which lists and batches forget somebody: their rows are nobody's, and other people's
 * rows stay, without this name in other cells or among names that are near. While the awards still stand.
 */
export function forgettingRows({ store }: Desk, accountId: string, naming: RowsNaming) {
  const theirs = sql`(select id from awards where account_id = ${accountId} and state <> 'accepted')`;
  return [
    store
      .update(batchRows)
      .set({ state: 'refused', refusal: NOBODY, username: null, accountId: null })
      .where(
        or(
          eq(batchRows.accountId, accountId),
          sql`${batchRows.awardId} in ${theirs}`,
          sql`(batch_id, row_number, username) in ${keys(naming.batchRows)}`,
        ),
      ),
    store
      .update(sheetRows)
      .set({
        cells: sql`(select json_group_array('') from json_each(sheet_rows.cells))`,
        username: null,
        finding: NO_NAME,
        pile: 'not_found',
        accountId: null,
        confirmed: false,
      })
      .where(
        or(
          eq(sheetRows.accountId, accountId),
          sql`finding ->> '$.account.accountId' = ${accountId}`,
          sql`(sheet_id, row_number, username) in ${keys(naming.sheetRows)}`,
        ),
      ),
    store
      .update(sheetRows)
      .set({ cells: sql`named.value ->> 3` })
      .from(sql`(select value from json_each(${JSON.stringify(naming.cells)}) limit -1) as named`)
      .where(
        sql`sheet_id = named.value ->> 0 and row_number = named.value ->> 1
          and cells = named.value ->> 2`,
      ),
    store
      .update(sheetRows)
      .set({
        finding: sql`json_set(finding, '$.near', (select json_group_array(json(value))
          from json_each(finding, '$.near') where value ->> 'accountId' <> ${accountId}))`,
      })
      .where(
        sql`exists (select 1 from json_each(finding, '$.near')
          where value ->> 'accountId' = ${accountId})`,
      ),
  ] as const;
}

function keys(rows: readonly (readonly [string, number, string])[]) {
  return sql`(select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(rows)}))`;
}
