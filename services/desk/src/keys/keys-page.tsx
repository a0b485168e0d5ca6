import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Localised } from '../me/localised.tsx';
import { Paging } from '../page/paging.tsx';
import { StewardsMenu } from '../stewards/queue-page.tsx';
import type { IssuerWithKeys } from './key-listing.ts';

export const KEYS_PATH = '/desk/stewards/keys';

type KeysPageProps = {
  readonly issuers: readonly IssuerWithKeys[];
  readonly page: number;
  readonly total: number;
  readonly reader: Reader;
};

/** Every issuer with how many keys it has in each state. */
export function KeysPage({ issuers, page, total, reader }: KeysPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <StewardsMenu reader={reader} />
      <h1>{message('keys-title')}</h1>
      <p>{message('keys-lead')}</p>
      <ul class="people">
        {issuers.map(({ slug, names, keys }) => (
          <li>
            <a href={linkTo(`${KEYS_PATH}/${slug}`, reader)}>
              <Localised texts={names} reader={reader} />
            </a>
            <p class="quiet small">
              <bdi dir="ltr">{slug}</bdi>
              {[...Map.groupBy(keys, ({ state }) => state)].map(([state, ofState]) => (
                <>
                  {' · '}
                  {message(`keys-state-${state}`)}: {ofState.length}
                </>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <Paging page={page} total={total} path={KEYS_PATH} reader={reader} />
    </>
  );
}
