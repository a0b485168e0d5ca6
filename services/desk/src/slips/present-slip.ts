import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { achievements, deskIssuers, slipSheets, slips } from '@laurel/store/private/desk';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import type { ShownSlip } from './own-slips.ts';

/** The slip of a sheet that an account has shown already, as printed on it; null where it has none. */
function shownBefore(accountId: string) {
  return sql<number | null>`(select other.number from slips as other
    where other.sheet_id = slips.sheet_id and other.account_id = ${accountId})`;
}

/**
 * A slip that this account could show: alive, blank, and of a sheet of which it has shown none. One
 * that is dead is refused like one that never was.
 */
export async function blankSlip(
  { store, nowSeconds }: Desk,
  accountId: string,
  code: string,
): Promise<Result<ShownSlip, Failure>> {
  const [found] = await store
    .select({
      slip: slips,
      sheet: slipSheets,
      achievement: achievements.facts,
      issuer: deskIssuers,
      before: shownBefore(accountId),
    })
    .from(slips)
    .innerJoin(slipSheets, eq(slipSheets.id, slips.sheetId))
    .innerJoin(achievements, eq(achievements.id, slipSheets.achievementId))
    .innerJoin(deskIssuers, eq(deskIssuers.slug, slipSheets.issuer))
    .where(and(eq(slips.code, code), gt(slipSheets.endsAtSeconds, nowSeconds)));
  if (found === undefined) return refuse({ reason: 'slip_unknown' });
  const { before, ...shown } = found;
  if (shown.slip.state !== 'blank') return refuse({ reason: 'slip_used' });
  return before === null ? ok(shown) : refuse({ reason: 'slip_shown_before', number: before });
}

/**
 * Shows a blank slip to its organizers, in the name of an account: it then stands in their list. Of two
 * at once, one has it.
 */
export async function presentSlip(
  desk: Desk,
  accountId: string,
  code: string,
): Promise<Result<null, Failure>> {
  const { store, nowSeconds } = desk;
  const shown = await store
    .update(slips)
    .set({ state: 'presented', accountId, presentedAtSeconds: nowSeconds })
    .where(
      and(
        eq(slips.code, code),
        eq(slips.state, 'blank'),
        sql`exists (select 1 from slip_sheets
          where id = slips.sheet_id and ends_at_seconds > ${nowSeconds})`,
        sql`${shownBefore(accountId)} is null`,
      ),
    )
    .returning({ number: slips.number });
  if (shown.length > 0) return ok(null);
  const why = await blankSlip(desk, accountId, code);
  return why.ok ? refuse({ reason: 'slip_used' }) : why;
}

/** Takes a slip back that waits for the organizers: it is blank again, and nothing of the account stays. */
export async function takeSlipBack(
  { store }: Desk,
  accountId: string,
  code: string,
): Promise<Result<null, Failure>> {
  const back = await store
    .update(slips)
    .set({ state: 'blank', accountId: null, presentedAtSeconds: null })
    .where(and(eq(slips.code, code), eq(slips.accountId, accountId), eq(slips.state, 'presented')))
    .returning({ number: slips.number });
  return back.length > 0 ? ok(null) : refuse({ reason: 'slip_not_waiting' });
}
