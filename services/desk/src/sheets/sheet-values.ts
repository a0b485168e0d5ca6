import type { PersonFinding } from '@laurel/core/person-finding';
import type { SheetReading } from '@laurel/core/sheet-reading';
import { applyReading } from '@laurel/sheet/apply-reading';
import type { sheetRows, sheets } from '@laurel/store/private/desk';

export type DeskSheet = typeof sheets.$inferSelect;
export type SheetRow = typeof sheetRows.$inferSelect;

/** What a row says of its person before anybody was asked: no more than stands in its cells. */
export type RowAsRead = Pick<SheetRow, 'username' | 'attended' | 'hours'> & {
  /** Told at once where the cell holds no name; null where the directory is to be asked. */
  readonly finding: PersonFinding | null;
};

/** Reads one row of a list as its organizer set it. */
export function rowAsRead(row: Pick<SheetRow, 'line' | 'cells'>, reading: SheetReading): RowAsRead {
  const { name, attended, hours } = applyReading(row, reading);
  return name.found
    ? { username: name.username, attended, hours, finding: null }
    : {
        username: null,
        attended,
        hours,
        finding: { found: false, ...name.refusal, near: [] },
      };
}
