import type { RecipientRefusal } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { batches, batchRows } from '@laurel/store/private/desk';
import { valuesBy } from '@laurel/store/values-by';
import type { DirectoryRefusal } from '@laurel/wikimedia/directory';
import { and, between, eq, inArray, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { tellOfPaper } from '../webhooks/tell-of-awards.ts';
import { AWARDED, countRows } from './count-rows.ts';
import { insertAwards, type RowWithAccount } from './insert-awards.ts';
import { type QueuedRow, type ResolvedRow, resolveRows } from './resolve-rows.ts';
import { type SignedOnPaper, signOnPaper } from './sign-on-paper.ts';
import { superseding } from './supersede.ts';

export type RowRange = {
  readonly batchId: string;
  readonly fromRow: number;
  readonly toRow: number;
};

/**
 * Works the rows of a batch that are still queued: resolves, awards, signs what is on paper, and
 * writes what became of each. May be repeated and may be cut off anywhere, as the ids of awards were
 * drawn with the rows. Answers the awards of which something was signed. Throws when something could not be signed, after the other rows were settled.
 */
export async function workRows(
  desk: Desk,
  range: RowRange,
): Promise<Result<readonly string[], DirectoryRefusal>> {
  const [batch] = await desk.store.select().from(batches).where(eq(batches.id, range.batchId));
  if (batch === undefined) return ok([]);
  const queued = await desk.store
    .select()
    .from(batchRows)
    .where(
      and(
        eq(batchRows.batchId, batch.id),
        between(batchRows.row, range.fromRow, range.toRow),
        eq(batchRows.state, 'queued'),
      ),
    )
    .orderBy(batchRows.row);
  const rows = queued.map(
    ({ ownTerms, ...row }): QueuedRow => ({ ...row, terms: { ...batch.terms, ...ownTerms } }),
  );
  const resolved = await resolveRows(desk, rows, batch.createdBy);
  if (!resolved.ok) return resolved;

  const withAccount = resolved.value.filter(hasAccount);
  const notAwarded = await insertAwards(desk, batch, withAccount);
  const onPaper = withAccount.filter(
    ({ awardId, terms }) => terms.consent === 'paper' && !notAwarded.has(awardId),
  );
  const signed = await signOnPaper(desk, onPaper);
  const released = onPaper.filter(({ awardId }) => isSigned(awardId, signed));
  await tellOfPaper(
    desk,
    released.map(({ awardId }) => awardId),
  );
  await supersedeOnPaper(desk, batch.corrects, released);
  const settled = resolved.value.filter(({ awardId }) => !signed.interrupted.has(awardId));
  const refusalOf = (row: ResolvedRow) =>
    ('refusal' in row ? row.refusal : undefined) ??
    notAwarded.get(row.awardId) ??
    signed.refusals.get(row.awardId) ??
    null;
  await settle(desk, batch.id, settled, refusalOf);
  countRows(
    desk,
    settled.map((row) => refusalOf(row)?.reason ?? AWARDED),
  );
  if (signed.interrupted.size > 0) throw new Error('some rows could not be signed');
  return ok(released.map(({ awardId }) => awardId));
}

function isSigned(awardId: string, { refusals, interrupted }: SignedOnPaper): boolean {
  return !refusals.has(awardId) && !interrupted.has(awardId);
}

/** Consent to a correction was on paper: what it corrects is superseded once the new one is signed. */
async function supersedeOnPaper(
  desk: Desk,
  corrects: string,
  rows: readonly RowWithAccount[],
): Promise<void> {
  if (corrects === '') return;
  for (const { awardId } of rows) {
    const { statements, taskId } = superseding(desk, { id: awardId, corrects });
    await desk.store.batch(statements);
    await desk.hint([taskId]);
  }
}

function hasAccount(row: ResolvedRow): row is RowWithAccount {
  return 'account' in row;
}

/** The name as it was given stays only with a refused row, where the organizer must find the mistake. */
async function settle(
  desk: Desk,
  batchId: string,
  rows: readonly ResolvedRow[],
  refusalOf: (row: ResolvedRow) => RecipientRefusal | null,
): Promise<void> {
  const judged = rows.map((row) => ({ row: row.row, refusal: refusalOf(row) }));
  const awarded = judged.filter(({ refusal }) => refusal === null).map(({ row }) => row);
  const refused = judged.filter(({ refusal }) => refusal !== null);
  const ofBatch = and(eq(batchRows.batchId, batchId), eq(batchRows.state, 'queued'));
  await desk.store.batch([
    desk.store
      .update(batchRows)
      .set({ state: 'awarded', username: null, accountId: null })
      .where(and(ofBatch, inArray(batchRows.row, inSet(awarded)))),
    desk.store
      .update(batchRows)
      .set({ state: 'refused', accountId: null, refusal: sql`one.value -> 'refusal'` })
      .from(sql`${valuesBy('row', JSON.stringify(refused))} as one`)
      .where(and(ofBatch, sql`row_number = one.at`)),
  ]);
}
