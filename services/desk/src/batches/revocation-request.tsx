import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { Person } from '@laurel/pages/person';
import type { BatchRevocation } from './find-revocations.ts';

type RevocationRequestProps = {
  readonly revocation: BatchRevocation;
  readonly reader: Reader;
};

/** Who asks to revoke a batch, why and since when, and what became of that. */
export function RevocationRequest({ revocation, reader }: RevocationRequestProps) {
  const { message, language } = reader.messages;
  const { state, reason, requestedByName, decidedByName, decidedAtSeconds } = revocation;
  const day = (seconds: number) => longDate(dayOf(seconds), language);
  return (
    <>
      <p>
        <span class="tag">{message(`revocations-state-${state}`)}</span>{' '}
        {message(`revocation-${reason}-issuer`)}
      </p>
      <p class="small">
        {message('revocations-asked-on', day(revocation.requestedAtSeconds))}{' '}
        {requestedByName === null ? message('awards-nameless') : <Person name={requestedByName} />}
      </p>
      {state === 'waiting' && (
        <p class="quiet small">{message('revocations-until', day(revocation.lapsesAtSeconds))}</p>
      )}
      {decidedAtSeconds !== null && (state === 'confirmed' || state === 'withdrawn') && (
        <p class="small">
          {message(`revocations-${state}-on`, day(decidedAtSeconds))}{' '}
          {decidedByName === null ? message('awards-nameless') : <Person name={decidedByName} />}
        </p>
      )}
    </>
  );
}
