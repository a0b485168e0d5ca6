import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { deskPath } from '../page/desk-page.tsx';
import type { BatchCounts, DeskBatch } from './batch-progress.ts';
import type { BatchRevocation } from './find-revocations.ts';
import type { RevocationProgress } from './revocation-progress.ts';

type WholeRevocationProps = {
  readonly batch: DeskBatch;
  readonly counts: BatchCounts;
  /** The newest request to revoke it; null where there is none. */
  readonly revocation: BatchRevocation | null;
  readonly progress: RevocationProgress | null;
  readonly canRevoke: boolean;
  readonly reader: Reader;
};

/** On the page of a batch: whether it is being revoked as a whole, and the way to that. */
export function WholeRevocation(props: WholeRevocationProps) {
  const { batch, counts, revocation, progress, canRevoke, reader } = props;
  const { message, language } = reader.messages;
  const isLeft = counts.accepted + counts.open > 0;
  const isWaiting = revocation?.state === 'waiting';
  const isConfirmed = revocation?.state === 'confirmed';
  if (!isWaiting && !isConfirmed && !(canRevoke && isLeft && counts.queued === 0)) return null;
  return (
    <section aria-labelledby="revocation">
      <h2 id="revocation">{message('revocations-title')}</h2>
      {isConfirmed && (
        <p class="note">
          {message(
            'revocations-confirmed-on-day',
            longDate(dayOf(revocation.decidedAtSeconds ?? 0), language),
          )}{' '}
          {message(`revocation-${revocation.reason}-issuer`)}
        </p>
      )}
      {progress !== null && progress.done < progress.parts && (
        <div role="status">
          <p>{message('revocations-working', progress.done, progress.parts)}</p>
          <progress
            value={progress.done}
            max={progress.parts}
            aria-label={message('revocations-progress')}
          />
          <p class="quiet small">{message('sheets-may-close')}</p>
        </div>
      )}
      {isWaiting && <p class="note">{message('revocations-waits')}</p>}
      <p>
        <a
          class="step"
          href={linkTo(deskPath(batch.issuer, `/batches/${batch.id}/revocations`), reader)}
        >
          {message(isWaiting || isConfirmed ? 'revocations-open-request' : 'revocations-link')}
        </a>
      </p>
    </section>
  );
}
