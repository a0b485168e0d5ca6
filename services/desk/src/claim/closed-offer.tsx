import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { canBeReported, type HolderAward } from '../me/holder-award.ts';

type ClosedOfferProps = {
  readonly held: HolderAward;
  readonly nowSeconds: number;
  readonly reader: Reader;
};

/** The ways on from an offer that cannot be answered any more: what was declined or taken back can still be reported. */
export function ClosedOffer({ held, nowSeconds, reader }: ClosedOfferProps) {
  const { message } = reader.messages;
  const { award } = held;
  return (
    <>
      {canBeReported(held, nowSeconds) && (
        <>
          <p>
            {message(award.state === 'declined' ? 'claim-declined-means' : 'claim-ended-means')}
          </p>
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
