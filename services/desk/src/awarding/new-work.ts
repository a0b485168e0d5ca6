import { jsonChunks } from '@laurel/store/json-chunks';
import { outbox } from '@laurel/store/private/desk';
import type { OutboxTask } from '@laurel/store/private/outbox';
import { sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';

/** A sweep leaves new work alone for this long, as the queue comes to it sooner. */
const GRACE_SECONDS = 60;

/** What makes a row of the outbox new work: what was left of it, once it is done. */
export function asNewWork({ nowSeconds }: Desk, task: OutboxTask) {
  return { task, dueAtSeconds: nowSeconds + GRACE_SECONDS, leasedUntilSeconds: 0, attempts: 0 };
}

export type NewWork = {
  /** What to hint at once the work is written. */
  readonly ids: readonly string[];
  /** For the transaction that asks for the work; none where there is none. */
  readonly statements: readonly ReturnType<typeof insertion>[];
};

/**
 * Writes work to be done into the outbox. With `ifChanged`, nothing is written where the statement
 * before it in the same transaction changed no row.
 */
export function newWork(
  { store, nowSeconds }: Desk,
  tasks: readonly OutboxTask[],
  { ifChanged = false }: { readonly ifChanged?: boolean } = {},
): NewWork {
  const rows = tasks.map((task) => ({ id: freshId(), task, due: nowSeconds + GRACE_SECONDS }));
  return {
    ids: rows.map(({ id }) => id),
    statements: jsonChunks(rows).map((chunk) => insertion(store, chunk, ifChanged)),
  };
}

function insertion(store: Desk['store'], rows: string, ifChanged: boolean) {
  return store.insert(outbox).select(sql`
    select value ->> 'id', value -> 'task', value ->> 'due', 0, 0
    from json_each(${rows}) where ${ifChanged ? sql`changes() > 0` : sql`true`}`);
}

/** Rows from 0 to before `size` in ranges of at most `most`, both ends counted. */
export function rowRanges(
  size: number,
  most: number,
): readonly { readonly fromRow: number; readonly toRow: number }[] {
  return Array.from({ length: Math.ceil(size / most) }, (_, at) => ({
    fromRow: at * most,
    toRow: Math.min(size, (at + 1) * most) - 1,
  }));
}
