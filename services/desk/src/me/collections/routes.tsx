import type { CollectionContent, HeldCollection } from '@laurel/contracts/showing-rpc';
import type { Failure } from '@laurel/core/failure';
import { isId } from '@laurel/core/id';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { freshId } from '../../fresh-id.ts';
import { type Mistakes, NO_MISTAKES } from '../../page/fields.tsx';
import { statusOfForm } from '../../page/status-of-form.ts';
import { DESK_STYLESHEET } from '../../page/stylesheet.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { choiceAmong } from '../../session/choice-in-form.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import { readForm } from '../../session/read-form.ts';
import { mixesDisclosures } from '../mixes-disclosures.ts';
import { ownCredentials } from '../own-credentials.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { collectable, connectsMore, inOrder } from './connects.ts';
import { contentIn, contentMistakes } from './content-in-form.ts';
import {
  COLLECTION_DONE,
  type CollectionDone,
  CollectionEditPage,
  CollectionsPage,
  DeleteCollectionPage,
} from './pages.tsx';

/** Titles and words in any script, each letter as up to nine bytes, and hundreds of ids. */
const MAX_FORM_BYTES = 64 * 1024;

const NOTHING: CollectionContent = { title: '', words: '', credentialIds: [] };

/** Credentials that a holder shows together, on purpose. A stranger's is answered as one that never was. */
export const collectionRoutes = new Hono<HolderApp>();

collectionRoutes.get('/', async (c) => {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  return signedInPage({
    styles: DESK_STYLESHEET,
    title: reader.messages.message('collections-title'),
    path: '/me/collections',
    reader,
    session,
    children: (
      <CollectionsPage
        collections={await desk.signer.collections(session.accountId)}
        done={doneIn(c)}
        reader={reader}
      />
    ),
  });
});

collectionRoutes.post('/', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refused(c, form.failure);
  const content = contentIn(form.value);
  const mistakes = contentMistakes(content, readerOf(c.req.raw).messages);
  const requestKey = form.value.get('request_key') ?? '';
  if (mistakes.size > 0 || !isId(requestKey)) return editPage(c, null, content, { mistakes });
  const made = await desk.signer.makeCollection(holder.accountId, requestKey, content);
  return made.ok
    ? toCollection(c, made.value, 'made')
    : editPage(c, null, content, { failure: made.failure });
});
collectionRoutes.all('/', onlyMethods('/me/collections', 'GET', 'POST'));

collectionRoutes.get('/new', (c) => editPage(c, null, NOTHING));
collectionRoutes.all('/new', onlyMethods('/me/collections', 'GET'));

collectionRoutes.get('/:id', async (c) => {
  const collection = await ownCollection(c, c.req.param('id'));
  return collection.ok
    ? editPage(c, collection.value, collection.value)
    : refused(c, collection.failure);
});

collectionRoutes.post('/:id', async (c) => {
  const { desk, holder } = c.var;
  const collection = await ownCollection(c, c.req.param('id'));
  if (!collection.ok) return refused(c, collection.failure);
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refused(c, form.failure);
  const content = contentIn(form.value);
  const { messages } = readerOf(c.req.raw);
  const mistakes = new Map(contentMistakes(content, messages));
  if (form.value.get('aware') !== 'yes' && (await tellsMore(c, collection.value, content))) {
    mistakes.set('aware', messages.message('collection-mistake-aware'));
  }
  if (mistakes.size > 0) return editPage(c, collection.value, content, { mistakes });
  const { collectionId } = collection.value;
  const changed = await desk.signer.changeCollection(
    holder.accountId,
    collectionId,
    Number(form.value.get('revision') ?? Number.NaN),
    content,
  );
  return changed.ok
    ? toCollection(c, collectionId, 'changed')
    : editPage(c, collection.value, content, { failure: changed.failure });
});
collectionRoutes.all('/:id', onlyMethods('/me/collections', 'GET', 'POST'));

/** `link`: `on` or `off`. Where what it connects says different things of its holder, they must know. */
collectionRoutes.post('/:id/link', async (c) => {
  const { desk, holder } = c.var;
  const collection = await ownCollection(c, c.req.param('id'));
  const form = await readForm(c.req.raw);
  if (!collection.ok) return refused(c, collection.failure);
  if (!form.ok) return refused(c, form.failure);
  const link = choiceAmong(form.value, 'link', ['on', 'off']);
  if (!link.ok) return refused(c, link.failure);
  const { collectionId, credentialIds } = collection.value;
  if (link.value === 'on') {
    const own = collectable(await ownCredentials(desk, holder.accountId));
    const within = inOrder(own, credentialIds);
    if (mixesDisclosures(within) && form.value.get('aware') !== 'yes') {
      const detail = 'Say that you know what this connects.';
      return refused(c, { reason: 'request_invalid', issues: [{ pointer: '/aware', detail }] });
    }
    if (form.value.get('also') === 'credentials') {
      for (const { credential } of within) {
        await desk.signer.setVisible(credential.credentialId, holder.accountId, true);
      }
    }
  }
  const on = link.value === 'on';
  const set = await desk.signer.setCollectionVisible(holder.accountId, collectionId, on);
  return set.ok ? toCollection(c, collectionId, link.value) : refused(c, set.failure);
});
collectionRoutes.all('/:id/link', onlyMethods('/me/collections', 'POST'));

collectionRoutes.post('/:id/rotate', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, form.failure);
  const requestKey = form.value.get('request_key') ?? '';
  if (!isId(requestKey)) {
    const detail = 'Open the page again.';
    return refused(c, { reason: 'request_invalid', issues: [{ pointer: '/request_key', detail }] });
  }
  const id = c.req.param('id');
  const moved = await desk.signer.rotateCollection(holder.accountId, id, requestKey);
  return moved.ok ? toCollection(c, moved.value, 'rotated') : refused(c, moved.failure);
});
collectionRoutes.all('/:id/rotate', onlyMethods('/me/collections', 'POST'));

collectionRoutes.get('/:id/delete', async (c) => {
  const collection = await ownCollection(c, c.req.param('id'));
  if (!collection.ok) return refused(c, collection.failure);
  const reader = readerOf(c.req.raw);
  return signedInPage({
    styles: DESK_STYLESHEET,
    title: reader.messages.message('collection-delete-title'),
    path: `/me/collections/${collection.value.collectionId}/delete`,
    reader,
    session: c.var.holder,
    children: <DeleteCollectionPage collection={collection.value} reader={reader} />,
  });
});

collectionRoutes.post('/:id/delete', async (c) => {
  const { desk, holder } = c.var;
  const gone = await desk.signer.deleteCollection(holder.accountId, c.req.param('id'));
  return gone.ok
    ? c.redirect(linkTo('/me/collections?done=deleted', readerOf(c.req.raw)), 303)
    : refused(c, gone.failure);
});
collectionRoutes.all('/:id/delete', onlyMethods('/me/collections', 'GET', 'POST'));

/**
 * Whether a change connects more than the holder has agreed to have connected, in a collection that is shown,
 * or that was when they hid everything and comes back as it is.
 */
async function tellsMore(
  c: Context<HolderApp>,
  { collectionId, visible, credentialIds }: HeldCollection,
  content: CollectionContent,
): Promise<boolean> {
  const { desk, holder } = c.var;
  const own = await ownCredentials(desk, holder.accountId);
  if (!connectsMore(inOrder(own, credentialIds), inOrder(own, content.credentialIds))) return false;
  return (
    visible || (await desk.signer.shownBefore(holder.accountId)).collections.includes(collectionId)
  );
}

async function ownCollection(
  c: Context<HolderApp>,
  id: string,
): Promise<Result<HeldCollection, Failure>> {
  const { desk, holder } = c.var;
  const own = await desk.signer.collections(holder.accountId);
  const found = own.find(({ collectionId }) => collectionId === id);
  return found === undefined ? refuse({ reason: 'collection_unknown' }) : ok(found);
}

async function editPage(
  c: Context<HolderApp>,
  collection: HeldCollection | null,
  content: CollectionContent,
  {
    mistakes = NO_MISTAKES,
    failure = null,
  }: { readonly mistakes?: Mistakes; readonly failure?: Failure | null } = {},
): Promise<Response> {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  return signedInPage({
    styles: DESK_STYLESHEET,
    title: collection?.title ?? reader.messages.message('collection-new'),
    path:
      collection === null ? '/me/collections/new' : `/me/collections/${collection.collectionId}`,
    reader,
    session,
    status: statusOfForm(failure, mistakes),
    children: (
      <CollectionEditPage
        collection={collection}
        content={content}
        own={collectable(await ownCredentials(desk, session.accountId))}
        mistakes={mistakes}
        failure={failure}
        done={doneIn(c)}
        origin={desk.origin}
        requestKey={freshId()}
        reader={reader}
      />
    ),
  });
}

function doneIn(c: Context<HolderApp>): CollectionDone | undefined {
  return COLLECTION_DONE.find((one) => one === c.req.query('done'));
}

function toCollection(c: Context<HolderApp>, id: string, done: CollectionDone): Response {
  return c.redirect(linkTo(`/me/collections/${id}?done=${done}`, readerOf(c.req.raw)), 303);
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: '/me/collections' });
}
