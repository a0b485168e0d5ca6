import { slipSheets, slips } from '@laurel/store/private/desk';
import { and, eq, gt, ne, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import type { SlipSheet } from './slip-values.ts';

/** Ends a sheet before its time, such as one that was lost: what nobody has confirmed is dead at once. */
export async function endSlips(desk: Desk, actor: Actor, sheet: SlipSheet): Promise<void> {
  const { store, nowSeconds } = desk;
  const entry = auditing(
    desk,
    {
      issuer: sheet.issuer,
      actor: actor.accountId,
      act: 'slips_ended',
      subject: sheet.id,
    },
    { ifChanged: true },
  );
  await store.batch([
    entry.before,
    store
      .update(slipSheets)
      .set({ endsAtSeconds: nowSeconds })
      .where(and(eq(slipSheets.id, sheet.id), gt(slipSheets.endsAtSeconds, nowSeconds))),
    entry.after,
    store.delete(slips).where(and(eq(slips.sheetId, sheet.id), ne(slips.state, 'confirmed'))),
  ]);
}

/**
 * Deletes slips that are dead, and with them the accounts of those who had shown one in vain. Confirmed
 * ones stay, without anybody's account: their paper leads its holder to the award.
 */
export async function sweepSlips({ store, nowSeconds }: Desk): Promise<void> {
  await store.delete(slips).where(sql`state <> 'confirmed' and sheet_id in
    (select id from slip_sheets where ends_at_seconds <= ${nowSeconds})`);
}
