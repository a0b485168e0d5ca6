import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { readForm } from '../../session/read-form.ts';
import { chosenIds } from '../choose-credentials.tsx';
import { type OwnCredential, ownCredentials } from '../own-credentials.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { FeedPage } from './feed-page.tsx';

/** Which of somebody's badges are listed under their user name. */
export const feedRoutes = new Hono<HolderApp>();

feedRoutes.get('/feed', async (c) => {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const [own, listed] = await Promise.all([
    ownCredentials(desk, session.accountId),
    desk.signer.badgeFeed(session.accountId),
  ]);
  const listable = own.filter(isListable);
  const ids = listable.map(({ credential }) => credential.credentialId);
  return signedInPage({
    title: reader.messages.message('me-feed-title'),
    path: '/me/feed',
    reader,
    session,
    children: (
      <FeedPage
        username={session.username}
        listable={listable}
        listed={listed.filter((id) => ids.includes(id))}
        address={`${desk.origin}/user-badges?username=${encodeURIComponent(session.username ?? '')}`}
        done={c.req.query('done') === 'listed'}
        reader={reader}
      />
    ),
  });
});

/** Lists exactly what the form chose: nothing, where it chose nothing. */
feedRoutes.post('/feed', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw);
  const set = form.ok
    ? await desk.signer.setBadgeFeed(holder.accountId, chosenIds(form.value))
    : form;
  return set.ok
    ? c.redirect(linkTo('/me/feed?done=listed', readerOf(c.req.raw)), 303)
    : answerRefusal(c.req.raw, set.failure, { origin: desk.origin, path: '/me/feed' });
});

function isListable({ credential }: OwnCredential): boolean {
  return credential.disclosure === 'account' && credential.visible && credential.state === 'active';
}
