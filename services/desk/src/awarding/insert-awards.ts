import { LIVE_AWARD_STATES, OFFER_DAYS } from '@laurel/core/award';
import type { RecipientRefusal } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import type { TermLimit } from '@laurel/core/terms-in-a-row';
import { inSet } from '@laurel/store/in-set';
import type { batches } from '@laurel/store/private/batches';
import { awards, batchRows } from '@laurel/store/private/desk';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { keepNames } from '../account-names/keep-names.ts';
import type { Desk } from '../env.ts';
import { heldTerms, seenTerms } from '../role-terms/held-terms.ts';
import { type JudgedTerm, type JudgedTerms, judgeTerms } from '../role-terms/judge-terms.ts';
import { awardsUnlessStanding, type WantedAward } from './awards-unless-standing.ts';
import type { QueuedRow } from './resolve-rows.ts';

export type RowWithAccount = QueuedRow & {
  readonly account: { readonly id: string; readonly username: string };
};

const SECONDS_PER_DAY = 86_400;

/** How often a term is judged again because another one of the same person came in between. */
const MAX_TRIES = 3;

type Refusals = ReadonlyMap<string, RecipientRefusal>;

/**
 * Awards to the accounts of rows. What stands in the way is decided by the statements and the unique
 * indexes alone, so that two tasks at once award once; a term of a role is judged first, and again where what it was judged by has
 * changed. An open offer that is corrected gives way to the new one. Answers the refusals by the award's id;
 * the rest was awarded.
 */
export async function insertAwards(
  desk: Desk,
  batch: typeof batches.$inferSelect,
  rows: readonly RowWithAccount[],
  tries = 0,
): Promise<Refusals> {
  const judged = await judgeTerms(desk, batch, rows.map(wantedTerm));
  const allowed = rows.filter(({ awardId }) => judged.get(awardId)?.ok !== false);
  await insertOnce(desk, batch, allowed, judged);
  const refused = new Map([
    ...[...judged].flatMap(([id, one]) => (one.ok ? [] : [[id, one.failure] as const])),
    ...(await refusalsAmong(desk, batch, allowed)),
  ]);
  const overtaken = await overtakenAmong(
    desk,
    batch,
    allowed.filter(({ awardId }) => refused.has(awardId)),
    judged,
  );
  if (overtaken.length === 0 || tries >= MAX_TRIES) return refused;
  for (const { awardId } of overtaken) refused.delete(awardId);
  return new Map([...refused, ...(await insertAwards(desk, batch, overtaken, tries + 1))]);
}

function wantedTerm({ awardId, account, terms }: RowWithAccount) {
  return { awardId, accountId: account.id, period: terms.period };
}

/** Rows whose term was judged by what has changed since. */
async function overtakenAmong(
  desk: Desk,
  batch: typeof batches.$inferSelect,
  rows: readonly RowWithAccount[],
  judged: JudgedTerms,
): Promise<readonly RowWithAccount[]> {
  if (judged.size === 0 || rows.length === 0) return [];
  const accountIds = rows.map(({ account }) => account.id);
  const held = await heldTerms(desk, batch, accountIds);
  return rows.filter(({ awardId, account }) => {
    const one = judged.get(awardId);
    return one?.ok === true && one.value.seen !== seenTerms(held.get(account.id) ?? []);
  });
}

async function insertOnce(
  desk: Desk,
  batch: typeof batches.$inferSelect,
  rows: readonly RowWithAccount[],
  judged: JudgedTerms,
): Promise<void> {
  const { store, nowSeconds } = desk;
  const naming = keepNames(
    desk,
    rows.map(({ account }) => ({ accountId: account.id, username: account.username })),
  );
  const inserts = awardsUnlessStanding(
    rows.map((row) => wantedAward(batch, row, judged.get(row.awardId), nowSeconds)),
  ).map((fresh) => store.insert(awards).select(fresh).onConflictDoNothing());
  const ending =
    batch.corrects === ''
      ? []
      : rows.map(({ awardId }) => givingWay(desk, batch.corrects, awardId));
  if (inserts.length > 0) await store.batch([...naming, ...inserts, ...ending]);
}

function wantedAward(
  batch: typeof batches.$inferSelect,
  { awardId, claimCode, account, terms }: RowWithAccount,
  judged: JudgedOne,
  nowSeconds: number,
): WantedAward {
  const isOnPaper = terms.consent === 'paper';
  const award = {
    id: awardId,
    issuer: batch.issuer,
    achievementId: batch.achievementId,
    achievementSlug: batch.achievementSlug,
    accountId: account.id,
    periodStart: terms.period?.start ?? '',
    periodEnd: terms.period?.end ?? '',
    hours: terms.hours,
    evidence: terms.evidence,
    language: terms.language,
    disclosure: terms.disclosure,
    consent: terms.consent,
    mayIncludeMinors: terms.mayIncludeMinors,
    state: isOnPaper ? ('accepted' as const) : ('offered' as const),
    claimCode,
    batchId: batch.id,
    awardedBy: batch.createdBy,
    offeredAtSeconds: nowSeconds,
    lapsesAtSeconds: nowSeconds + OFFER_DAYS * SECONDS_PER_DAY,
    decidedAtSeconds: isOnPaper ? nowSeconds : null,
    corrects: batch.corrects,
    mentoring: terms.mentoring ?? null,
    shareOut: terms.shareOut ?? null,
  };
  return judged?.ok === true
    ? { award: { ...award, ...termIn(judged.value) }, seenTerms: judged.value.seen }
    : { award, seenTerms: null };
}

type JudgedOne = Result<JudgedTerm, TermLimit> | undefined;

function termIn({ number, exception }: JudgedTerm) {
  return { termNumber: number, termState: 'serving' as const, termException: exception };
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
): Promise<Refusals> {
  if (rows.length === 0) return new Map();
  const standing = await desk.store
    .select({ id: awards.id })
    .from(awards)
    .where(inArray(awards.id, inSet(rows.map(({ awardId }) => awardId))));
  const awarded = new Set(standing.map(({ id }) => id));
  const refused = rows.filter(({ awardId }) => !awarded.has(awardId));
  if (refused.length === 0) return new Map();
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
