import { LIVE_AWARD_STATES, OFFER_DAYS } from '@laurel/core/award';
import type { RecipientRefusal } from '@laurel/core/failure';
import { inSet } from '@laurel/store/in-set';
import type { batches } from '@laurel/store/private/batches';
import { awards, batchRows } from '@laurel/store/private/desk';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { keepNames } from '../account-names/keep-names.ts';
import type { Desk } from '../env.ts';
import { awardUnlessStanding } from './award-unless-standing.ts';
import type { QueuedRow } from './resolve-rows.ts';

export type RowWithAccount = QueuedRow & {
  readonly account: { readonly id: string; readonly username: string };
};

const SECONDS_PER_DAY = 86_400;

/**
 * Awards to the accounts of rows. What stands in the way is decided by the statements and the unique
 * indexes alone, so that two tasks at once award once. An open offer that is corrected gives way to
 * the new one. Answers the refusals by the award's id; the rest was awarded.
 */
export async function insertAwards(
  desk: Desk,
  batch: typeof batches.$inferSelect,
  rows: readonly RowWithAccount[],
): Promise<ReadonlyMap<string, RecipientRefusal>> {
  const { store, nowSeconds } = desk;
  const naming = keepNames(
    desk,
    rows.map(({ account }) => ({ accountId: account.id, username: account.username })),
  );
  const inserts = rows.flatMap((row) => [
    store
      .insert(awards)
      .select(
        awardUnlessStanding({
          id: row.awardId,
          issuer: batch.issuer,
          achievementId: batch.achievementId,
          achievementSlug: batch.achievementSlug,
          accountId: row.account.id,
          periodStart: row.terms.period?.start ?? '',
          periodEnd: row.terms.period?.end ?? '',
          hours: row.terms.hours,
          evidence: row.terms.evidence,
          language: row.terms.language,
          disclosure: row.terms.disclosure,
          consent: row.terms.consent,
          mayIncludeMinors: row.terms.mayIncludeMinors,
          state: row.terms.consent === 'paper' ? 'accepted' : 'offered',
          claimCode: row.claimCode,
          batchId: batch.id,
          awardedBy: batch.createdBy,
          offeredAtSeconds: nowSeconds,
          lapsesAtSeconds: nowSeconds + OFFER_DAYS * SECONDS_PER_DAY,
          decidedAtSeconds: row.terms.consent === 'paper' ? nowSeconds : null,
          corrects: batch.corrects,
          shareOut: row.terms.shareOut ?? null,
        }),
      )
      .onConflictDoNothing(),
    ...(batch.corrects === '' ? [] : [givingWay(desk, batch.corrects, row.awardId)]),
  ]);
  if (inserts.length === 0) return new Map();
  await store.batch([...naming, ...inserts]);
  return refusalsAmong(desk, batch, rows);
}

/** An open offer is cancelled where a corrected one was made in its place. */
function givingWay({ store }: Desk, corrected: string, fresh: string) {
  return store
    .update(awards)
    .set({ state: 'cancelled' })
    .where(
      and(
        eq(awards.id, corrected),
        inArray(awards.state, ['offered', 'declined']),
        sql`exists (select 1 from awards fresh where fresh.id = ${fresh})`,
      ),
    );
}

async function refusalsAmong(
  desk: Desk,
  batch: typeof batches.$inferSelect,
  rows: readonly RowWithAccount[],
): Promise<ReadonlyMap<string, RecipientRefusal>> {
  const standing = await desk.store
    .select({ id: awards.id })
    .from(awards)
    .where(inArray(awards.id, inSet(rows.map(({ awardId }) => awardId))));
  const awarded = new Set(standing.map(({ id }) => id));
  const refused = rows.filter(({ awardId }) => !awarded.has(awardId));
  const inThisBatch = await desk.store
    .select({ accountId: awards.accountId, row: batchRows.row })
    .from(awards)
    .innerJoin(batchRows, eq(batchRows.awardId, awards.id))
    .where(
      and(
        eq(awards.batchId, batch.id),
        inArray(awards.accountId, inSet(refused.map(({ account }) => account.id))),
      ),
    );
  const otherwise: RecipientRefusal = (await isEnded(desk, batch.corrects))
    ? { reason: 'corrected_award_ended' }
    : { reason: 'already_awarded' };
  const firstRowOf = new Map(inThisBatch.map(({ accountId, row }) => [accountId, row]));
  return new Map(
    refused.map(({ awardId, account }): [string, RecipientRefusal] => {
      const firstRow = firstRowOf.get(account.id);
      return [
        awardId,
        firstRow === undefined ? otherwise : { reason: 'duplicate_in_batch', firstRow },
      ];
    }),
  );
}

/** True of an award that was to be corrected and has ended since; false where none was. */
async function isEnded({ store }: Desk, corrected: string): Promise<boolean> {
  if (corrected === '') return false;
  const [live] = await store
    .select({ id: awards.id })
    .from(awards)
    .where(and(eq(awards.id, corrected), inArray(awards.state, [...LIVE_AWARD_STATES])));
  return live === undefined;
}
