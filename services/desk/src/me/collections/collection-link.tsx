import type { HeldCollection } from '@laurel/contracts/showing-rpc';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { mixesDisclosures } from '../mixes-disclosures.ts';
import type { OwnCredential } from '../own-credentials.ts';

type CollectionLinkProps = {
  readonly collection: HeldCollection;
  /** What is in it, in its order. */
  readonly within: readonly OwnCredential[];
  readonly origin: string;
  /** Drawn for this page: the form sent twice gives one new address. */
  readonly requestKey: string;
  readonly reader: Reader;
};

/** A collection's link: on or off, what that tells to whom, another address, and its end. */
export function CollectionLink(props: CollectionLinkProps) {
  const { collection, origin, requestKey, reader } = props;
  const { collectionId: id, visible } = collection;
  const { message } = reader.messages;
  return (
    <section class="card" aria-labelledby="link">
      <h2 id="link">{message('collection-link')}</h2>
      {visible ? (
        <>
          <p>
            <strong>{message('me-link-is-on')}</strong> {message('me-link-on-means')}{' '}
            <a href={linkTo(`/collections/${id}`, reader)}>{message('me-open-page')}</a>
          </p>
          <p>
            <label for="address">{message('me-address')}</label>
            <input
              id="address"
              type="text"
              readonly
              dir="ltr"
              value={`${origin}/collections/${id}`}
            />
          </p>
          <form method="post" action={linkTo(`/me/collections/${id}/link`, reader)}>
            <button type="submit" class="quieter" name="link" value="off">
              {message('me-link-switch-off')}
            </button>
          </form>
          <details>
            <summary>{message('collection-rotate-title')}</summary>
            <p>{message('collection-rotate-means')}</p>
            <form method="post" action={linkTo(`/me/collections/${id}/rotate`, reader)}>
              <input type="hidden" name="request_key" value={requestKey} />
              <button type="submit" class="quieter">
                {message('collection-rotate')}
              </button>
            </form>
          </details>
        </>
      ) : (
        <SwitchOn {...props} />
      )}
      <p>
        <a class="step" href={linkTo(`/me/collections/${id}/delete`, reader)}>
          {message('collection-delete-link')}
        </a>
      </p>
    </section>
  );
}

function SwitchOn({ collection: { collectionId: id }, within, reader }: CollectionLinkProps) {
  const { message } = reader.messages;
  const someOff = within.some(({ credential }) => !credential.visible);
  return (
    <>
      <p>
        <strong>{message('me-link-is-off')}</strong> {message('me-link-off-means')}
      </p>
      <form method="post" action={linkTo(`/me/collections/${id}/link`, reader)}>
        {someOff && (
          <label class="choice">
            <input type="checkbox" name="also" value="credentials" />
            <span>
              {message('collection-also')}
              <span class="help">{message('collection-also-means')}</span>
            </span>
          </label>
        )}
        {mixesDisclosures(within) && (
          <label class="choice">
            <input type="checkbox" name="aware" value="yes" required />
            <span>{message('collection-aware')}</span>
          </label>
        )}
        <button type="submit" name="link" value="on">
          {message('me-link-switch-on')}
        </button>
      </form>
    </>
  );
}
