import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { HolderAward } from '../me/holder-award.ts';

type ClosedOfferProps = { readonly held: HolderAward; readonly reader: Reader };

/** The ways on from an offer that cannot be answered any more: what was declined can still be reported. */
export function ClosedOffer({ held: { award }, reader }: ClosedOfferProps) {
  const { message } = reader.messages;
  return (
    <>
      {award.state === 'declined' && (
        <>
          <p>{message('claim-declined-means')}</p>
          <p>
            <a class="step" href={linkTo(`/claim/${award.claimCode}/report`, reader)}>
              {message('claim-report')}
            </a>
          </p>
        </>
      )}
      <p>
        <a class="button" href={linkTo('/me', reader)}>
          {message('desk-go-back')}
        </a>
      </p>
    </>
  );
}
