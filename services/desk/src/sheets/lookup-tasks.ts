import type { OutboxTask } from '@laurel/store/private/outbox';
import { rowRanges } from '../awarding/new-work.ts';

/** Rows in one task: so few that those in doubt among them can be looked at more closely. */
const ROWS_PER_TASK = 25;

/** The work of looking up every row of a list under one reading of it. */
export function lookupTasks(sheet: {
  readonly id: string;
  readonly size: number;
  readonly revision: number;
}): readonly OutboxTask[] {
  return rowRanges(sheet.size, ROWS_PER_TASK).map((range) => ({
    task: 'resolve_sheet',
    sheetId: sheet.id,
    revision: sheet.revision,
    ...range,
  }));
}
