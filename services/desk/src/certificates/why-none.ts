import type { NoCertificate } from '@laurel/contracts/verifier-rpc';
import type { Messages } from '@laurel/i18n/messages';
import { explainRefusal } from '../awarding/explain-refusal.ts';
import type { CertificateRow } from './find-rows.ts';

/**
 * Why an issuer hands out no certificate of a row, as far as its own records say and in words; null
 * where there may be one. Whoever was asked has theirs alone: nothing tells what they answered.
 */
export function noneOnRecord(row: CertificateRow, messages: Messages): string | null {
  if (row.refusal !== null) return explainRefusal(row.refusal, messages);
  if (row.consent !== 'paper') return messages.message('certificates-none-asked');
  if (row.awardState === 'revoked') return explainNone('revoked', messages);
  if (row.superseded) return explainNone('superseded', messages);
  if (row.suspended) return explainNone('suspended', messages);
  return row.credential === null ? explainNone('not_shown', messages) : null;
}

/** Why the verifier gives none, in words. */
export function explainNone(why: NoCertificate, { message }: Messages): string {
  return message(`certificates-none-${why}`);
}
