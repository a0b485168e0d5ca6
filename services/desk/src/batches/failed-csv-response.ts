import type { Messages } from '@laurel/i18n/messages';
import type { Desk } from '../env.ts';
import { type DeskBatch, refusedRows } from './batch-progress.ts';
import { failedCsv } from './failed-sheet.ts';

/** The rows of a batch that failed, as a file to put right. */
export async function failedCsvResponse(
  desk: Desk,
  batch: DeskBatch,
  messages: Messages,
): Promise<Response> {
  return new Response(failedCsv(await refusedRows(desk, batch), messages), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="failed-${batch.id}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
