import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { writtenEndorsements } from '../../endorsements/own-endorsements.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { onlyMethods } from '../../session/only-methods.ts';
import { readForm } from '../../session/read-form.ts';
import { ownCredentials } from '../own-credentials.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { HIDING_DONE, HiddenPage } from './hidden-page.tsx';

/** Thousands of ids. */
const MAX_FORM_BYTES = 128 * 1024;

/** Everything off in one tap, and what was on back again. */
export const hidingRoutes = new Hono<HolderApp>();

hidingRoutes.post('/hide', async (c) => {
  const { desk, holder } = c.var;
  await desk.signer.hideEverything(holder.accountId);
  return toHidden(c, 'hidden');
});
hidingRoutes.all('/hide', onlyMethods('/me/hidden', 'POST'));

hidingRoutes.get('/hidden', async (c) => {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const [before, own, records, collections, written] = await Promise.all([
    desk.signer.shownBefore(session.accountId),
    ownCredentials(desk, session.accountId),
    desk.signer.heldRecords(session.accountId),
    desk.signer.collections(session.accountId),
    writtenEndorsements(desk, session.accountId),
  ]);
  const done = HIDING_DONE.find((one) => one === c.req.query('done'));
  return signedInPage({
    title: reader.messages.message('me-hidden-title'),
    path: '/me/hidden',
    reader,
    session,
    children: (
      <HiddenPage
        before={before}
        own={own}
        records={records}
        collections={collections}
        written={written}
        done={done}
        reader={reader}
      />
    ),
  });
});
hidingRoutes.all('/hidden', onlyMethods('/me/hidden', 'GET'));

hidingRoutes.post('/hidden/show', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) {
    return answerRefusal(c.req.raw, form.failure, { origin: desk.origin, path: '/me/hidden' });
  }
  await desk.signer.showAgain(holder.accountId, {
    credentials: form.value.getAll('credential'),
    collections: form.value.getAll('collection'),
    listed: form.value.getAll('listed'),
  });
  return toHidden(c, 'shown');
});
hidingRoutes.all('/hidden/show', onlyMethods('/me/hidden', 'POST'));

hidingRoutes.post('/hidden/forget', async (c) => {
  const { desk, holder } = c.var;
  await desk.signer.forgetShown(holder.accountId);
  return toHidden(c, 'forgotten');
});
hidingRoutes.all('/hidden/forget', onlyMethods('/me/hidden', 'POST'));

function toHidden(c: Context<HolderApp>, done: (typeof HIDING_DONE)[number]): Response {
  return c.redirect(linkTo(`/me/hidden?done=${done}`, readerOf(c.req.raw)), 303);
}
