import { paperRequestKey } from '@laurel/contracts/signer-rpc';
import { credentialUrl } from '@laurel/core/addresses';
import { type AwardStateForIssuer, stateForIssuer } from '@laurel/core/award';
import type { RecipientRefusal } from '@laurel/core/failure';
import type { Messages } from '@laurel/i18n/messages';
import { accounts, awards, type batches, batchRows, intents } from '@laurel/store/private/desk';
import { and, asc, eq, sql } from 'drizzle-orm';
import { explainRefusal } from '../awarding/explain-refusal.ts';
import { type CertificateProgress, certificateProgress } from '../certificates/find-rows.ts';
import { partsOf } from '../certificates/parts.ts';
import type { Desk } from '../env.ts';

type RowReport = {
  readonly row: number;
  /** Empty where nobody accepted in time: then the offer is erased, and who it was made to. */
  readonly username: string;
  readonly state: 'queued' | 'refused' | AwardStateForIssuer;
  readonly award?: string;
  /** Where the recipient meets the award; only while it is open. */
  readonly claim?: string;
  /** Only where consent was on paper. */
  readonly credential?: string;
  readonly refusal?: RecipientRefusal & { readonly explanation: string };
};

export type BatchReport = {
  readonly batch: string;
  readonly achievement: string;
  readonly size: number;
  readonly counts: Readonly<Record<RowReport['state'], number>>;
  /** Of those who consented on paper; no parts before the batch is done. */
  readonly certificates: CertificateProgress & { readonly parts: number };
  readonly recipients: readonly RowReport[];
};

/** What became of a batch, row by row, as far as its issuer may see it. */
export async function batchReport(
  desk: Desk,
  batch: typeof batches.$inferSelect,
  messages: Messages,
): Promise<BatchReport> {
  const rows = await desk.store
    .select({
      row: batchRows.row,
      given: batchRows.username,
      rowState: batchRows.state,
      refusal: batchRows.refusal,
      award: awards.id,
      awardState: awards.state,
      claimCode: awards.claimCode,
      consent: awards.consent,
      username: accounts.username,
      credential: intents.credentialId,
    })
    .from(batchRows)
    .leftJoin(awards, and(eq(awards.id, batchRows.awardId), eq(batchRows.state, 'awarded')))
    .leftJoin(accounts, eq(accounts.id, awards.accountId))
    .leftJoin(
      intents,
      and(
        eq(intents.requestKey, sql`${paperRequestKey('')} || ${awards.id}`),
        eq(intents.state, 'released'),
      ),
    )
    .where(eq(batchRows.batchId, batch.id))
    .orderBy(asc(batchRows.row));

  const recipients = rows.map((row): RowReport => {
    const named = { row: row.row, username: row.username ?? row.given ?? '' };
    if (row.refusal !== null) {
      const explanation = explainRefusal(row.refusal, messages);
      return { ...named, state: 'refused', refusal: { ...row.refusal, explanation } };
    }
    if (row.rowState === 'lapsed') return { ...named, state: 'closed' };
    if (row.award === null || row.awardState === null) return { ...named, state: 'queued' };
    const state = stateForIssuer(row.awardState);
    return {
      ...named,
      state,
      award: row.award,
      ...(state === 'open' ? { claim: `${desk.origin}/claim/${row.claimCode}` } : {}),
      ...(row.consent === 'paper' && row.credential !== null
        ? { credential: credentialUrl(desk.origin, row.credential) }
        : {}),
    };
  });
  const counts = countStates(recipients);
  const certificates = await certificateProgress(desk, batch);
  return {
    batch: batch.id,
    achievement: batch.achievementSlug,
    size: batch.size,
    counts,
    certificates: { ...certificates, parts: counts.queued > 0 ? 0 : partsOf(certificates.ready) },
    recipients,
  };
}

function countStates(recipients: readonly RowReport[]): BatchReport['counts'] {
  const counts = { queued: 0, refused: 0, open: 0, accepted: 0, closed: 0, revoked: 0 };
  for (const { state } of recipients) counts[state] += 1;
  return counts;
}
