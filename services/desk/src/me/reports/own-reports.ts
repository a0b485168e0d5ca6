import type { Achievement } from '@laurel/core/achievement';
import { achievements, awardReports, deskIssuers } from '@laurel/store/private/desk';
import { desc, eq, lt } from 'drizzle-orm';
import type { Desk } from '../../env.ts';

/** Whoever reported can read the answer for so long. */
const KEPT_SECONDS = 180 * 86_400;

/** What somebody reported, and what a steward answered. */
export type OwnReport = {
  readonly report: typeof awardReports.$inferSelect;
  readonly achievement: Achievement;
  readonly issuer: typeof deskIssuers.$inferSelect;
};

/** All that an account has reported of late, newest first. */
export async function ownReports(
  { store }: Desk,
  accountId: string,
): Promise<readonly OwnReport[]> {
  return store
    .select({ report: awardReports, achievement: achievements.facts, issuer: deskIssuers })
    .from(awardReports)
    .innerJoin(achievements, eq(achievements.id, awardReports.achievementId))
    .innerJoin(deskIssuers, eq(deskIssuers.slug, awardReports.issuer))
    .where(eq(awardReports.accountId, accountId))
    .orderBy(desc(awardReports.reportedAtSeconds), awardReports.id);
}

/** Deletes reports that were answered long ago. One that waits has no such day. */
export async function forgetReports({ store, nowSeconds }: Desk): Promise<void> {
  await store
    .delete(awardReports)
    .where(lt(awardReports.decidedAtSeconds, nowSeconds - KEPT_SECONDS));
}
