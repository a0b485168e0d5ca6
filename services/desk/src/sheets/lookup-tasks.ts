import { freshId } from '../fresh-id.ts';

/** Rows in one task: so few that those in doubt among them can be looked at more closely. */
const ROWS_PER_TASK = 25;

/** A sweep leaves new work alone for this long, as the queue comes to it sooner. */
const GRACE_SECONDS = 60;

/** The work of looking up every row of a list under one reading of it, as rows of the outbox. */
export function lookupTasks(
  sheet: { readonly id: string; readonly size: number; readonly revision: number },
  nowSeconds: number,
) {
  return Array.from({ length: Math.ceil(sheet.size / ROWS_PER_TASK) }, (_, at) => ({
    id: freshId(),
    task: {
      task: 'resolve_sheet' as const,
      sheetId: sheet.id,
      revision: sheet.revision,
      fromRow: at * ROWS_PER_TASK,
      toRow: Math.min(sheet.size, (at + 1) * ROWS_PER_TASK) - 1,
    },
    dueAtSeconds: nowSeconds + GRACE_SECONDS,
  }));
}
