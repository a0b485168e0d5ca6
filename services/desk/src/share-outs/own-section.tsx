import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { OwnShareOut } from './own.ts';

type OwnShareOutProps = {
  /** Null where nothing was promised with the award. */
  readonly promise: OwnShareOut | null;
  readonly nowSeconds: number;
  readonly reader: Reader;
};

/** What was promised with an award, how it stands, and the way to keep it. */
export function OwnShareOutSection({ promise, nowSeconds, reader }: OwnShareOutProps) {
  if (promise === null) return null;
  const { message } = reader.messages;
  return (
    <section class="card" aria-labelledby="share-out">
      <h2 id="share-out">{message('share-out-title')}</h2>
      <ShareOutState promise={promise} nowSeconds={nowSeconds} reader={reader} />
      {promise.state !== 'done' && (
        <p>
          <a
            class={promise.state === 'open' ? 'button' : 'step'}
            href={linkTo(`/me/awards/${promise.awardId}/share-out`, reader)}
          >
            {message(promise.state === 'open' ? 'share-out-give-link' : 'share-out-give-anew')}
          </a>
        </p>
      )}
    </section>
  );
}

type StateProps = {
  readonly promise: OwnShareOut;
  readonly nowSeconds: number;
  readonly reader: Reader;
};

/** How a promise stands, in the words of whoever made it. */
export function ShareOutState({ promise, nowSeconds, reader }: StateProps) {
  const { message, language } = reader.messages;
  const { state, until, url, answer } = promise;
  if (state === 'done') return <p>{message('share-out-own-done')}</p>;
  if (state === 'given') {
    return (
      <>
        <p>{message('share-out-own-given')}</p>
        <p>
          <bdi dir="ltr">{url}</bdi>
        </p>
      </>
    );
  }
  const isPast = until < dayOf(nowSeconds);
  return (
    <>
      <p>
        {message(isPast ? 'share-out-own-past' : 'share-out-own-open', longDate(until, language))}
      </p>
      <p class="quiet small">{message('share-out-late')}</p>
      {answer !== '' && (
        <div class="note">
          <p>{message('share-out-answer')}</p>
          <blockquote dir="auto">{answer}</blockquote>
        </div>
      )}
    </>
  );
}
