import { COPY_FATES } from '@laurel/contracts/showing-rpc';
import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { awardOfCredential } from '@laurel/store/private/held';
import { type Context, Hono } from 'hono';
import { moveAsks } from '../../endorsements/move-asks.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { choiceInForm } from '../../session/choice-in-form.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { RotatePage } from './rotate-page.tsx';

/** Another address for a credential whose address somebody has who should not. */
export const rotatingRoutes = new Hono<HolderApp>();

rotatingRoutes.get('/credentials/:id/rotate', async (c) => {
  const { desk, holder: session } = c.var;
  const id = c.req.param('id');
  const award = await awardOfCredential(desk.store, id, session.accountId);
  if (award === null) return refused(c, { reason: 'page_unknown' });
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('me-rotate-title'),
    path: `/me/credentials/${id}/rotate`,
    reader,
    session,
    children: <RotatePage credentialId={id} awardId={award.id} reader={reader} />,
  });
});

/** `copies`: `stays` or `withdrawn`. Sent twice it makes one fresh credential. */
rotatingRoutes.post('/credentials/:id/rotate', async (c) => {
  const { desk, holder } = c.var;
  const id = c.req.param('id');
  const copies = await choiceInForm(c.req.raw, 'copies', COPY_FATES);
  if (!copies.ok) return refused(c, copies.failure);
  const award = await awardOfCredential(desk.store, id, holder.accountId);
  if (award === null) return refused(c, { reason: 'page_unknown' });
  const fresh = await desk.signer.rotateLink(holder.accountId, id, copies.value);
  if (!fresh.ok) return refused(c, fresh.failure);
  await moveAsks(desk, holder.accountId, id, fresh.value);
  const path = `/me/awards/${award.id}?done=rotated#credential-${fresh.value}`;
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
});
rotatingRoutes.all('/credentials/:id/rotate', onlyMethods('/me', 'GET', 'POST'));

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: '/me' });
}
