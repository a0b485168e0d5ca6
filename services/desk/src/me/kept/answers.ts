import { awardReports, mapWalks, mutedIssuers, thanks } from '@laurel/store/private/desk';
import { asc, eq, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { ownAwardIds } from './own-ids.ts';
import { readableRows } from './readable.ts';

/** What somebody answered to awards: thanks, reports to the stewards with the answer, and whose offers they muted. */
export async function keptAnswers({ store }: Desk, accountId: string) {
  const [thanked, reported, muted, walks] = await store.batch([
    store
      .select()
      .from(thanks)
      .where(sql`${thanks.awardId} in ${ownAwardIds(accountId)}`)
      .orderBy(asc(thanks.writtenAtSeconds)),
    store
      .select({
        awardId: awardReports.awardId,
        issuer: awardReports.issuer,
        reason: awardReports.reason,
        words: awardReports.words,
        state: awardReports.state,
        reportedAtSeconds: awardReports.reportedAtSeconds,
        answer: awardReports.answer,
        decidedAtSeconds: awardReports.decidedAtSeconds,
      })
      .from(awardReports)
      .where(eq(awardReports.accountId, accountId))
      .orderBy(asc(awardReports.reportedAtSeconds)),
    store
      .select({ issuer: mutedIssuers.issuer, sinceSeconds: mutedIssuers.sinceSeconds })
      .from(mutedIssuers)
      .where(eq(mutedIssuers.accountId, accountId)),
    store
      .select({
        issuer: mapWalks.issuer,
        map: mapWalks.mapSlug,
        toldAtSeconds: mapWalks.toldAtSeconds,
      })
      .from(mapWalks)
      .where(eq(mapWalks.accountId, accountId)),
  ]);
  return {
    thanks: readableRows(thanked),
    reports: readableRows(reported),
    mutedIssuers: readableRows(muted),
    mapsWalked: readableRows(walks),
  };
}
