import {
  awards,
  batchRevocations,
  mayBeNamed,
  shareOuts,
  sheets,
  signatories,
  slipSheets,
  slips,
} from '@laurel/store/private/desk';
import { and, count, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Member } from '../acting/member.ts';
import { stillWaits } from '../batches/find-revocations.ts';
import type { Desk } from '../env.ts';
import { openHandOvers } from '../hand-overs/list-hand-overs.ts';
import { countingMentorships } from '../mentoring/queue.ts';
import { countingQueue } from '../nominations/queue.ts';
import { remindersOfIssuer } from '../role-terms/reminders.ts';

/** How much of each kind of work waits at an issuer’s desk for a member. */
export type Waiting = {
  /** Lists that were begun and not awarded. */
  readonly sheets: number;
  /** Slips that somebody has logged in with, to be confirmed. */
  readonly slips: number;
  /** People and achievements, as the queue lists them: none that is about the member. */
  readonly nominations: number;
  /** What mentors and mentees confirmed: none that the member is one of. */
  readonly mentorships: number;
  /** Batches that another member wants to revoke. */
  readonly revocations: number;
  /** Other members who offer to sign certificates. */
  readonly signatories: number;
  /** What others shared, as they promised. */
  readonly shareOuts: number;
  /** Terms of roles whose end is near. */
  readonly terms: number;
  /** Hand-overs that are whole and not thanked yet. */
  readonly handOvers: number;
};

/** What waits; what the member’s grants do not cover is not theirs to do, and counts as nothing. */
export async function waitingAt(desk: Desk, member: Member): Promise<Waiting> {
  const { store, nowSeconds } = desk;
  const { issuer, accountId, scopes } = member;
  const [[begun], [presented], [nominated], [asked], [offering], [mentored], [shared]] =
    await store.batch([
      store
        .select({ total: count() })
        .from(sheets)
        .where(and(eq(sheets.issuer, issuer), gt(sheets.endsAtSeconds, nowSeconds))),
      store
        .select({ total: count() })
        .from(slips)
        .innerJoin(slipSheets, eq(slipSheets.id, slips.sheetId))
        .where(
          and(
            eq(slipSheets.issuer, issuer),
            gt(slipSheets.endsAtSeconds, nowSeconds),
            eq(slips.state, 'presented'),
          ),
        ),
      countingQueue(desk, member),
      store
        .select({ total: count() })
        .from(batchRevocations)
        .where(
          and(
            eq(batchRevocations.issuer, issuer),
            stillWaits(desk),
            ne(batchRevocations.requestedBy, accountId),
          ),
        ),
      store
        .select({ total: count() })
        .from(signatories)
        .where(
          and(
            eq(signatories.issuer, issuer),
            isNull(signatories.place),
            ne(signatories.accountId, accountId),
            mayBeNamed('signatories', nowSeconds),
          ),
        ),
      countingMentorships(desk, member),
      store
        .select({ total: count() })
        .from(shareOuts)
        .innerJoin(awards, eq(awards.id, shareOuts.awardId))
        .where(
          and(
            eq(shareOuts.issuer, issuer),
            eq(shareOuts.state, 'given'),
            ne(shareOuts.accountId, accountId),
            eq(awards.state, 'accepted'),
            isNull(awards.supersededBy),
          ),
        ),
    ]);
  const [ending, handingOver] = await Promise.all([
    scopes.has('issuer:write') ? remindersOfIssuer(desk, issuer) : [],
    scopes.has('nominations:review') ? openHandOvers(desk, member) : [],
  ]);
  const mayAward = scopes.has('awards:write');
  return {
    sheets: mayAward ? (begun?.total ?? 0) : 0,
    slips: mayAward ? (presented?.total ?? 0) : 0,
    nominations: scopes.has('nominations:review') ? (nominated?.total ?? 0) : 0,
    mentorships: scopes.has('nominations:review') ? (mentored?.total ?? 0) : 0,
    revocations: scopes.has('awards:revoke') ? (asked?.total ?? 0) : 0,
    signatories: scopes.has('issuer:write') ? (offering?.total ?? 0) : 0,
    shareOuts: scopes.has('nominations:review') ? (shared?.total ?? 0) : 0,
    terms: ending.length,
    handOvers: handingOver.filter(({ whole }) => whole).length,
  };
}
