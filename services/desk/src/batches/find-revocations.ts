import { BATCH_REVOCATION_DAYS, type BatchRevocationState } from '@laurel/core/award';
import { accounts, batches, batchRevocations } from '@laurel/store/private/desk';
import { and, count, desc, eq, gt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import type { DeskBatch } from './batch-progress.ts';

/** A request that nobody confirmed for so long has lapsed. */
export const LAPSE_SECONDS = BATCH_REVOCATION_DAYS * 86_400;

/** A request to revoke a batch, with who is behind it. */
export type BatchRevocation = Omit<typeof batchRevocations.$inferSelect, 'state'> & {
  readonly state: BatchRevocationState;
  readonly lapsesAtSeconds: number;
  /** What the organizer calls the batch; empty where nobody gave it a name. */
  readonly label: string;
  readonly achievementSlug: string;
  /** User names; null where nobody decided, or where Wikimedia does not show the name any more. */
  readonly requestedByName: string | null;
  readonly decidedByName: string | null;
};

/** The condition that a request still waits: it is not decided, and its time is not over. */
export function stillWaits({ nowSeconds }: Desk) {
  return and(
    eq(batchRevocations.state, 'waiting'),
    gt(batchRevocations.requestedAtSeconds, nowSeconds - LAPSE_SECONDS),
  );
}

/** Every request to revoke a batch, newest first. */
export async function revocationsOfBatch(
  desk: Desk,
  { issuer, id }: Pick<DeskBatch, 'issuer' | 'id'>,
): Promise<readonly BatchRevocation[]> {
  const ofBatch = and(eq(batchRevocations.issuer, issuer), eq(batchRevocations.batchId, id));
  return (await selected(desk, ofBatch)).map((row) => asTold(desk, row));
}

/** One page of an issuer's requests to revoke batches, newest first, and how many there are. */
export async function revocationsOfIssuer(
  desk: Desk,
  issuer: string,
  page: number,
): Promise<{ readonly total: number; readonly revocations: readonly BatchRevocation[] }> {
  const ofIssuer = eq(batchRevocations.issuer, issuer);
  const [all] = await desk.store.select({ total: count() }).from(batchRevocations).where(ofIssuer);
  // Not in one batch: D1 gives its rows by the names of columns, and two are called `username`.
  const rows = await selected(desk, ofIssuer)
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { total: all?.total ?? 0, revocations: rows.map((row) => asTold(desk, row)) };
}

function selected({ store }: Desk, condition: SQL | undefined) {
  const [asker, decider] = [alias(accounts, 'asker'), alias(accounts, 'decider')];
  return store
    .select({
      revocation: batchRevocations,
      label: batches.label,
      achievementSlug: batches.achievementSlug,
      requestedByName: asker.username,
      decidedByName: decider.username,
    })
    .from(batchRevocations)
    .innerJoin(batches, eq(batches.id, batchRevocations.batchId))
    .leftJoin(asker, eq(asker.id, batchRevocations.requestedBy))
    .leftJoin(decider, eq(decider.id, batchRevocations.decidedBy))
    .where(condition)
    .orderBy(desc(batchRevocations.requestedAtSeconds), desc(sql`batch_revocations.rowid`))
    .$dynamic();
}

type Selected = Awaited<ReturnType<typeof selected>>[number];

/** One that nobody confirmed in time has lapsed, also where that is not written down yet. */
function asTold({ nowSeconds }: Desk, { revocation, ...rest }: Selected): BatchRevocation {
  const lapsesAtSeconds = revocation.requestedAtSeconds + LAPSE_SECONDS;
  const isLapsed = revocation.state === 'waiting' && lapsesAtSeconds <= nowSeconds;
  return { ...revocation, ...rest, lapsesAtSeconds, state: isLapsed ? 'lapsed' : revocation.state };
}

/** How many requests of an issuer wait for somebody to confirm them. */
export async function waitingRevocations(desk: Desk, issuer: string): Promise<number> {
  const [all] = await desk.store
    .select({ total: count() })
    .from(batchRevocations)
    .where(and(eq(batchRevocations.issuer, issuer), stillWaits(desk)));
  return all?.total ?? 0;
}
