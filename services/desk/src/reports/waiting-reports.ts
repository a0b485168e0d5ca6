import type { Achievement } from '@laurel/core/achievement';
import {
  accounts,
  achievements,
  awardReports,
  awards,
  deskIssuers,
} from '@laurel/store/private/desk';
import { and, asc, count, eq, ne, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

/** A report as stewards see it: without who reported, which is nobody's but theirs. */
export type WaitingReport = Omit<typeof awardReports.$inferSelect, 'accountId'> & {
  readonly issuerFace: typeof deskIssuers.$inferSelect;
  readonly achievement: Achievement;
  /** When it was awarded and on what evidence; null where the offer has lapsed since. */
  readonly award: Pick<typeof awards.$inferSelect, 'offeredAtSeconds' | 'evidence'> | null;
  /** Who awarded it; null where that is not known any more. */
  readonly awardedBy: string | null;
};

/**
 * One page of the reports that wait, the oldest first. Members of an issuer see none about it, though they
 * are stewards, nobody one about an award that they made, and nobody their own: they would learn who reported, or
 * decide on it.
 */
export async function waitingReports(
  desk: Desk,
  steward: string,
  page: number,
): Promise<{ readonly total: number; readonly reports: readonly WaitingReport[] }> {
  const forThem = forSteward(steward);
  const [[all], rows] = await desk.store.batch([
    desk.store.select({ total: count() }).from(awardReports).where(forThem),
    selecting(desk)
      .where(forThem)
      .orderBy(asc(awardReports.reportedAtSeconds), asc(awardReports.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: all?.total ?? 0, reports: rows.map(asShown) };
}

/** One of them; null where there is none, it waits no more, or it is not this steward's to see. */
export async function waitingReport(
  desk: Desk,
  steward: string,
  id: string,
): Promise<WaitingReport | null> {
  const [row] = await selecting(desk).where(and(eq(awardReports.id, id), forSteward(steward)));
  return row === undefined ? null : asShown(row);
}

/**
 * The condition that a report waits and is this steward's to decide: not who made the award, nor who has been a
 * member of the issuer since it was reported, though the grant may have ended.
 */
export function forSteward(steward: string) {
  return and(
    eq(awardReports.state, 'waiting'),
    ne(awardReports.accountId, steward),
    sql`not exists (select 1 from grants where grants.issuer = ${awardReports.issuer}
      and grants.account_id = ${steward} and grants.ends_at_seconds >= ${awardReports.reportedAtSeconds})`,
    sql`not exists (select 1 from awards where awards.id = ${awardReports.awardId}
      and awards.awarded_by = ${steward})`,
  );
}

function selecting({ store }: Desk) {
  return store
    .select({
      report: awardReports,
      issuerFace: deskIssuers,
      achievement: achievements.facts,
      award: {
        offeredAtSeconds: awards.offeredAtSeconds,
        evidence: awards.evidence,
      },
      awardedBy: accounts.username,
    })
    .from(awardReports)
    .innerJoin(deskIssuers, eq(deskIssuers.slug, awardReports.issuer))
    .innerJoin(achievements, eq(achievements.id, awardReports.achievementId))
    .leftJoin(awards, eq(awards.id, awardReports.awardId))
    .leftJoin(accounts, eq(accounts.id, awards.awardedBy));
}

type Row = Awaited<ReturnType<typeof selecting>>[number];

function asShown({ report: { accountId: _, ...report }, ...row }: Row): WaitingReport {
  return { ...report, ...row };
}
