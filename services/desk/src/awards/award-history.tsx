import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { Correction } from '../awarding/corrections.ts';
import { explainRefusal } from '../awarding/explain-refusal.ts';
import { deskPath } from '../page/desk-page.tsx';
import type { IssuersAward } from './find-award.ts';

type AwardHistoryProps = { readonly award: IssuersAward; readonly reader: Reader };

/** What became of an award so far, oldest first, as far as its issuer may know. */
export function AwardHistory({ award, reader }: AwardHistoryProps) {
  const { message, language } = reader.messages;
  const { acceptedAtSeconds, suspendedAtSeconds, suspensionReason, revocationReason } = award;
  const day = (seconds: number) => longDate(dayOf(seconds), language);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{message('awards-history')}</h2>
      <ul>
        {award.corrects !== '' && (
          <li>
            <a href={linkTo(deskPath(award.issuer, `/awards/${award.corrects}`), reader)}>
              {message('awards-corrects')}
            </a>
          </li>
        )}
        <li>{message('awards-offered-on', day(award.offeredAtSeconds))}</li>
        {acceptedAtSeconds !== null && (
          <li>{message(`awards-accepted-on-${award.consent}`, day(acceptedAtSeconds))}</li>
        )}
        {suspendedAtSeconds !== null && suspensionReason !== null && (
          <li>
            {message('awards-suspended-since', day(suspendedAtSeconds))}{' '}
            {message(`suspension-${suspensionReason}-issuer`)}
          </li>
        )}
        {award.corrections.map((correction) => (
          <CorrectionItem correction={correction} issuer={award.issuer} reader={reader} />
        ))}
        {revocationReason !== null && (
          <li>
            {message('awards-revoked-because')} {message(`revocation-${revocationReason}-issuer`)}
          </li>
        )}
      </ul>
    </section>
  );
}

type CorrectionItemProps = {
  readonly correction: Correction;
  readonly issuer: string;
  readonly reader: Reader;
};

function CorrectionItem({ correction, issuer, reader }: CorrectionItemProps) {
  const { message, language } = reader.messages;
  const { state, refusal, awardId, atSeconds } = correction;
  const said = message('awards-corrected-on', longDate(dayOf(atSeconds), language));
  return (
    <li>
      {state === 'queued' || state === 'refused' ? (
        said
      ) : (
        <a href={linkTo(deskPath(issuer, `/awards/${awardId}`), reader)}>{said}</a>
      )}{' '}
      {refusal === null
        ? message(`awards-correction-${state}`)
        : explainRefusal(refusal, reader.messages)}
    </li>
  );
}
