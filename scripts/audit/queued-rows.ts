import { type Ask, type Row, setOf } from './ask.ts';
import type { Invariant } from './invariant.ts';
import { pagesOf } from './pages.ts';

const PAGE_ROWS = 5_000;

/** That no batch stops in the middle. */
export const QUEUED_ROWS_HAVE_WORK: Invariant = {
  name: 'queued-row-has-work',
  sentence: 'The outbox asks for the work on every row of a batch that has no answer yet.',
  breaches: ({ ask }) => rowsLeftAlone(ask),
};

async function* rowsLeftAlone(ask: Ask): AsyncGenerator<string> {
  const pages = pagesOf(ask, {
    store: 'PRIVATE',
    table: 'batch_rows',
    columns: "batch_id, row_number, state = 'queued' as is_queued",
    size: PAGE_ROWS,
  });
  for await (const page of pages) {
    const queued = page.filter(({ is_queued: isQueued }) => isQueued === 1);
    const ranges = await rangesOf(ask, queued);
    for (const { batch_id: batch, row_number: row } of queued) {
      const isAsked = ranges.some(
        (range) =>
          range.batch === batch &&
          Number(range.from_row) <= Number(row) &&
          Number(row) <= Number(range.to_row),
      );
      if (!isAsked) yield `${batch}#${row}`;
    }
  }
}

/** The rows that the outbox asks for, of the batches of these. */
async function rangesOf(ask: Ask, rows: readonly Row[]): Promise<readonly Row[]> {
  if (rows.length === 0) return [];
  const batches = [...new Set(rows.map(({ batch_id: batch }) => String(batch)))];
  return ask(
    'PRIVATE',
    `select task ->> 'batchId' as batch, task ->> 'fromRow' as from_row, task ->> 'toRow' as to_row
      from outbox where task ->> 'task' = 'award_rows' and task ->> 'batchId' in ${setOf(batches)}`,
  );
}
