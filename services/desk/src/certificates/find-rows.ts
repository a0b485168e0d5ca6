import { paperRequestKey } from '@laurel/contracts/signer-rpc';
import type { AwardState, Consent } from '@laurel/core/award';
import type { RecipientRefusal } from '@laurel/core/failure';
import { accounts, awards, batchRows, intents } from '@laurel/store/private/desk';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { DeskBatch } from '../batches/batch-progress.ts';
import type { Desk } from '../env.ts';

/** A row of a batch as far as its certificate goes. */
export type CertificateRow = {
  /** From 0, as in the batch. */
  readonly row: number;
  /** As the account has it now, or as it was given; empty where neither is known. */
  readonly username: string;
  readonly queued: boolean;
  readonly refusal: RecipientRefusal | null;
  readonly consent: Consent | null;
  readonly awardState: AwardState | null;
  readonly suspended: boolean;
  readonly superseded: boolean;
  /** What was signed at once, with consent on paper; null for everybody else, whatever they made of it. */
  readonly credential: string | null;
};

/** How many of those who consented on paper have a certificate, of how many. */
export type CertificateProgress = { readonly ready: number; readonly expected: number };

const ofAward = and(eq(awards.id, batchRows.awardId), eq(batchRows.state, 'awarded'));

const signedOnPaper = (awardId: SQL | typeof awards.id) =>
  and(
    eq(intents.requestKey, sql`${paperRequestKey('')} || ${awardId}`),
    eq(intents.state, 'released'),
  );

/** Every row of a batch, in order. */
export async function certificateRows(
  { store }: Desk,
  batch: DeskBatch,
): Promise<readonly CertificateRow[]> {
  const rows = await store
    .select({
      row: batchRows.row,
      given: batchRows.username,
      state: batchRows.state,
      refusal: batchRows.refusal,
      consent: awards.consent,
      awardState: awards.state,
      suspendedAtSeconds: awards.suspendedAtSeconds,
      supersededBy: awards.supersededBy,
      username: accounts.username,
      credential: intents.credentialId,
    })
    .from(batchRows)
    .leftJoin(awards, ofAward)
    .leftJoin(accounts, eq(accounts.id, awards.accountId))
    .leftJoin(intents, signedOnPaper(awards.id))
    .where(eq(batchRows.batchId, batch.id))
    .orderBy(asc(batchRows.row));
  return rows.map(({ row, refusal, consent, awardState, ...more }) => ({
    row,
    refusal,
    consent,
    awardState,
    username: more.username ?? more.given ?? '',
    queued: more.state === 'queued',
    suspended: more.suspendedAtSeconds !== null,
    superseded: more.supersededBy !== null,
    credential: consent === 'paper' ? more.credential : null,
  }));
}

/** How far the certificates of a batch are. Whoever was refused is not counted. */
export async function certificateProgress(
  { store }: Desk,
  batch: DeskBatch,
): Promise<CertificateProgress> {
  const consent = sql`coalesce(${batchRows.ownTerms} ->> 'consent', ${batch.terms.consent})`;
  const [counted] = await store
    .select({
      expected: sql<number>`count(*)`,
      ready: sql<number>`count(${intents.credentialId})`,
    })
    .from(batchRows)
    .leftJoin(intents, signedOnPaper(sql`${batchRows.awardId}`))
    .where(
      and(
        eq(batchRows.batchId, batch.id),
        sql`${batchRows.state} <> 'refused'`,
        sql`${consent} = 'paper'`,
      ),
    );
  return { expected: counted?.expected ?? 0, ready: counted?.ready ?? 0 };
}
