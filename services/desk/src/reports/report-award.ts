import type { ReportReason } from '@laurel/core/award-report';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awardReports } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';

/** What somebody tells the stewards about an award of theirs; `words` may be empty. */
export type Report = { readonly reason: ReportReason; readonly words: string };

/**
 * Tells the stewards what is wrong with an award of this account. The issuer never learns of it. One report
 * about an award waits at a time.
 */
export async function reportAward(
  { store, nowSeconds }: Desk,
  accountId: string,
  awardId: string,
  { reason, words }: Report,
): Promise<Result<null, Failure>> {
  const reported = await store
    .insert(awardReports)
    .select(
      sql`select ${freshId()}, id, account_id, issuer, achievement_id, ${reason}, ${words}, 'waiting',
          ${nowSeconds}, null, null, null
        from awards where id = ${awardId} and account_id = ${accountId}`,
    )
    .onConflictDoNothing()
    .returning({ id: awardReports.id });
  return reported.length > 0 ? ok(null) : refuse({ reason: 'report_waiting' });
}
