import type { Achievement } from '@laurel/core/achievement';
import {
  achievements,
  awards,
  batchRows,
  deskIssuers,
  slipSheets,
  slips,
} from '@laurel/store/private/desk';
import { and, desc, eq, gt, isNotNull, or } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** A slip with what it is about and whose it is. */
export type ShownSlip = {
  readonly slip: typeof slips.$inferSelect;
  readonly sheet: typeof slipSheets.$inferSelect;
  readonly achievement: Achievement;
  readonly issuer: typeof deskIssuers.$inferSelect;
};

/** The slips that an account has shown and that live: those that wait, and those that were refused. */
export async function slipsOfHolder(
  { store, nowSeconds }: Desk,
  accountId: string,
): Promise<readonly ShownSlip[]> {
  return store
    .select({
      slip: slips,
      sheet: slipSheets,
      achievement: achievements.facts,
      issuer: deskIssuers,
    })
    .from(slips)
    .innerJoin(slipSheets, eq(slipSheets.id, slips.sheetId))
    .innerJoin(achievements, eq(achievements.id, slipSheets.achievementId))
    .innerJoin(deskIssuers, eq(deskIssuers.slug, slipSheets.issuer))
    .where(and(eq(slips.accountId, accountId), gt(slipSheets.endsAtSeconds, nowSeconds)))
    .orderBy(desc(slips.presentedAtSeconds), slips.code);
}

/** The same of one code; null where it is not this account's. */
export async function ownSlip(
  desk: Desk,
  accountId: string,
  code: string,
): Promise<ShownSlip | null> {
  const own = await slipsOfHolder(desk, accountId);
  return own.find(({ slip }) => slip.code === code) ?? null;
}

/** What became of a slip of this account that was confirmed. */
export type ConfirmedSlip = {
  /** How its holder meets the award; null until the batch has come to it. */
  readonly claimCode: string | null;
};

/** Null where this account has no confirmed slip of this code. The slip itself knows its account no more. */
export async function confirmedSlip(
  { store }: Desk,
  accountId: string,
  code: string,
): Promise<ConfirmedSlip | null> {
  const [found] = await store
    .select({ claimCode: awards.claimCode })
    .from(slips)
    .leftJoin(awards, and(eq(awards.batchId, slips.batchId), eq(awards.accountId, accountId)))
    .leftJoin(
      batchRows,
      and(eq(batchRows.batchId, slips.batchId), eq(batchRows.accountId, accountId)),
    )
    .where(
      and(
        eq(slips.code, code),
        eq(slips.state, 'confirmed'),
        or(isNotNull(awards.id), isNotNull(batchRows.row)),
      ),
    );
  return found ?? null;
}
