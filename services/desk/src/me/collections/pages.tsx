import type { CollectionContent, HeldCollection } from '@laurel/contracts/showing-rpc';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Done } from '../../page/done.tsx';
import type { Mistakes } from '../../page/fields.tsx';
import { RefusalNote } from '../../page/refusal-note.tsx';
import { mixesDisclosures } from '../mixes-disclosures.ts';
import type { OwnCredential } from '../own-credentials.ts';
import { CollectionForm } from './collection-form.tsx';
import { CollectionLink } from './collection-link.tsx';
import { inOrder } from './connects.ts';

export const COLLECTION_DONE = ['made', 'changed', 'on', 'off', 'rotated', 'deleted'] as const;
export type CollectionDone = (typeof COLLECTION_DONE)[number];

type WayBackProps = { readonly reader: Reader; readonly path: '/me' | '/me/collections' };

function WayBack({ reader, path }: WayBackProps) {
  const { message } = reader.messages;
  return (
    <p class="over">
      <a href={linkTo(path, reader)}>
        {message(path === '/me' ? 'me-title' : 'collections-title')}
      </a>
    </p>
  );
}

type ListPageProps = {
  readonly collections: readonly HeldCollection[];
  readonly done: CollectionDone | undefined;
  readonly reader: Reader;
};

/** All collections of somebody. */
export function CollectionsPage({ collections, done, reader }: ListPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <WayBack path="/me" reader={reader} />
      <h1>{message('collections-title')}</h1>
      <Done sentence={done === undefined ? null : message(`collection-done-${done}`)} />
      <p class="lead">{message('collections-lead')}</p>
      <p class="note">{message('collection-connects')}</p>
      {collections.map(({ collectionId, title, visible }) => (
        <article class="card" aria-labelledby={`collection-${collectionId}`}>
          <h2 id={`collection-${collectionId}`}>
            <a href={linkTo(`/me/collections/${collectionId}`, reader)}>
              <bdi dir="auto">{title}</bdi>
            </a>
          </h2>
          <p>{message(visible ? 'me-link-is-on' : 'me-link-is-off')}</p>
        </article>
      ))}
      <p>
        <a class="button" href={linkTo('/me/collections/new', reader)}>
          {message('collection-new')}
        </a>
      </p>
    </>
  );
}

type EditPageProps = {
  /** Null for one that is still to be made. */
  readonly collection: HeldCollection | null;
  readonly content: CollectionContent;
  readonly own: readonly OwnCredential[];
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly done: CollectionDone | undefined;
  readonly origin: string;
  readonly requestKey: string;
  readonly reader: Reader;
};

/** A collection to be made or changed. */
export function CollectionEditPage(props: EditPageProps) {
  const { collection, content, own, mistakes, failure, done, origin, requestKey, reader } = props;
  const { message } = reader.messages;
  const within = inOrder(own, content.credentialIds);
  const isNothing = own.length === 0;
  return (
    <>
      <WayBack path="/me/collections" reader={reader} />
      <h1>
        {collection === null ? message('collection-new') : <bdi dir="auto">{collection.title}</bdi>}
      </h1>
      <Done sentence={done === undefined ? null : message(`collection-done-${done}`)} />
      <RefusalNote failure={failure} reader={reader} />
      <p>{message('collection-connects')}</p>
      {mixesDisclosures(within) && (
        <p class="note">
          <strong>{message('collection-mixed')}</strong>
        </p>
      )}
      {isNothing ? (
        <p class="lead">{message('collection-nothing-to-choose')}</p>
      ) : (
        <CollectionForm
          action={
            collection === null ? '/me/collections' : `/me/collections/${collection.collectionId}`
          }
          hidden={
            collection === null
              ? { request_key: requestKey }
              : { revision: String(collection.revision) }
          }
          content={content}
          own={own}
          mistakes={mistakes}
          reader={reader}
        />
      )}
      {collection !== null && (
        <CollectionLink
          collection={collection}
          within={inOrder(own, collection.credentialIds)}
          origin={origin}
          requestKey={requestKey}
          reader={reader}
        />
      )}
    </>
  );
}

type DeletePageProps = { readonly collection: HeldCollection; readonly reader: Reader };

/** What deleting a collection means, before it is done. */
export function DeleteCollectionPage({ collection, reader }: DeletePageProps) {
  const { message } = reader.messages;
  const path = `/me/collections/${collection.collectionId}`;
  return (
    <>
      <h1>{message('collection-delete-title')}</h1>
      <p>
        <strong>
          <bdi dir="auto">{collection.title}</bdi>
        </strong>
      </p>
      <p class="note">{message('collection-delete-means')}</p>
      <form method="post" action={linkTo(`${path}/delete`, reader)}>
        <button type="submit" class="grave">
          {message('collection-delete')}
        </button>
      </form>
      <p>
        <a class="step" href={linkTo(path, reader)}>
          {message('me-withdraw-keep')}
        </a>
      </p>
    </>
  );
}
