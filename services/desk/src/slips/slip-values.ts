import type { slipSheets } from '@laurel/store/private/desk';
import type { SlipState } from '@laurel/store/private/slips';
import { deskPath } from '../page/desk-page.tsx';

export type SlipSheet = typeof slipSheets.$inferSelect;

/** How many slips of a sheet are in each state. */
type SlipTally = Readonly<Record<SlipState, number>>;

/** A sheet as its organizers see it. */
export type TalliedSheet = SlipSheet & {
  readonly tally: SlipTally;
  /** Its slips that were not confirmed are dead, and gone. */
  readonly ended: boolean;
};

/** The address of a part of a sheet's pages. `part` begins with a slash, or is empty for its people. */
export function slipPath(sheet: Pick<SlipSheet, 'issuer' | 'id'>, part = ''): string {
  return deskPath(sheet.issuer, `/slips/${sheet.id}${part}`);
}
