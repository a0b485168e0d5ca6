import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { SheetReading } from '@laurel/core/sheet-reading';
import type { SheetSource } from '@laurel/core/sheet-source';
import { MAX_ROWS } from '@laurel/sheet/limits';
import { jsonChunks } from '@laurel/store/json-chunks';
import type { AwardTerms } from '@laurel/store/private/batches';
import { sheetRows, sheets } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Actor } from '../acting/actor.ts';
import { newWork } from '../awarding/new-work.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { lookupTasks } from './lookup-tasks.ts';
import { rowAsRead } from './sheet-values.ts';

/** A list that nobody awarded is gone after so many days. */
const SHEET_DAYS = 7;

const SECONDS_PER_DAY = 86_400;

export type NewSheet = {
  readonly source: SheetSource;
  /** One header per column; empty where there is none. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** How it is read at first. */
  readonly reading: SheetReading;
  readonly label: string;
  readonly achievementSlug: string | null;
  readonly terms?: Partial<AwardTerms>;
};

/**
 * Takes on a list of people: writes it and the work of looking its names up in one transaction, then
 * hints at the work. Answers the id of the list. Its page is `/desk/issuers/{slug}/sheets/{id}`.
 * `alongside` are statements for the same transaction, such as what an import remembers.
 */
export async function beginSheet(
  desk: Desk,
  actor: Actor,
  given: NewSheet,
  alongside: readonly BatchItem<'sqlite'>[] = [],
): Promise<Result<string, Failure>> {
  const size = given.rows.length;
  if (size === 0) return refuse({ reason: 'sheet_empty' });
  if (size > MAX_ROWS) return refuse({ reason: 'sheet_too_many_rows', maxRows: MAX_ROWS });
  const { store, nowSeconds } = desk;
  const id = freshId();
  const work = newWork(desk, lookupTasks({ id, size, revision: 0 }));
  const rows = given.rows.map((row, at) => ({ at, ...row, ...rowAsRead(row, given.reading) }));
  await store.batch([
    store.insert(sheets).values({
      id,
      issuer: actor.issuer,
      createdBy: actor.accountId,
      createdAtSeconds: nowSeconds,
      endsAtSeconds: nowSeconds + SHEET_DAYS * SECONDS_PER_DAY,
      source: given.source,
      columns: given.columns,
      reading: given.reading,
      achievementSlug: given.achievementSlug,
      terms: given.terms ?? {},
      label: given.label,
      size,
      revision: 0,
    }),
    ...jsonChunks(rows).map((chunk) =>
      store.insert(sheetRows).select(sql`
        select ${id}, value ->> 'at', value ->> 'line', value -> 'cells', value ->> 'username',
          nullif(value -> 'finding', 'null'), iif(value ->> 'finding' is null, null, 'not_found'), null,
          value ->> 'attended', null, value ->> 'hours'
        from json_each(${chunk}) where true`),
    ),
    ...work.statements,
    ...alongside,
  ]);
  await desk.hint(work.ids);
  return ok(id);
}
