import type { Failure } from '@laurel/core/failure';
import { KEY_PUBLISHED_AHEAD_SECONDS } from '@laurel/core/key-schedule';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Localised } from '../me/localised.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { StewardsMenu } from '../stewards/queue-page.tsx';
import { KeyItem } from './key-item.tsx';
import type { IssuerWithKeys, KeyOrder } from './key-listing.ts';
import { KEYS_PATH } from './keys-page.tsx';
import { momentText } from './moment.ts';

type IssuerKeysPageProps = {
  readonly issuer: IssuerWithKeys;
  readonly orders: readonly KeyOrder[];
  readonly failure: Failure | null;
  readonly nowSeconds: number;
  readonly reader: Reader;
};

/** The keys of one issuer with their dates, what was ordered of them, and the way to have new ones. */
export function IssuerKeysPage(props: IssuerKeysPageProps) {
  const { issuer, orders, failure, nowSeconds, reader } = props;
  const { messages } = reader;
  const { message } = messages;
  const wouldSign = momentText(nowSeconds + KEY_PUBLISHED_AHEAD_SECONDS, messages);
  return (
    <>
      <StewardsMenu reader={reader} />
      <p class="over">{message('keys-title')}</p>
      <h1>
        <Localised texts={issuer.names} reader={reader} />
      </h1>
      <RefusalNote failure={failure} reader={reader} />
      <ul class="people">
        {issuer.keys.map((key) => (
          <KeyItem told={key} reader={reader} />
        ))}
      </ul>
      <h2>{message('keys-rotate')}</h2>
      <p>{message('keys-rotate-means', wouldSign)}</p>
      <form method="post" action={linkTo(`${KEYS_PATH}/${issuer.slug}/rotation`, reader)}>
        <button type="submit">{message('keys-rotate')}</button>
      </form>
      {orders.length > 0 && (
        <>
          <h2>{message('keys-orders')}</h2>
          <ul class="people">
            {orders.map(({ act, keyId, sinceSeconds, orderedAtSeconds, outcome }) => (
              <li>
                <strong>{message(`keys-order-${act}`)}</strong>: {message(outcomeKey(outcome))}
                <p class="quiet small">
                  {momentText(orderedAtSeconds, messages)}
                  {keyId !== null && (
                    <>
                      {' · '}
                      <code dir="ltr">{keyId}</code>
                    </>
                  )}
                  {sinceSeconds !== null && (
                    <>
                      {' · '}
                      {message('keys-stolen-since', momentText(sinceSeconds, messages))}
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function outcomeKey(outcome: KeyOrder['outcome']) {
  return outcome === null ? 'keys-outcome-working' : (`keys-outcome-${outcome}` as const);
}
