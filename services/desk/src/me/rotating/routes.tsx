import { COPY_FATES } from '@laurel/contracts/showing-rpc';
import { awardOfCredential } from '@laurel/store/private/held';
import { Hono } from 'hono';
import { choiceInForm } from '../../session/choice-in-form.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import { backToAward, ownCredentialPage, refused } from '../own-credential-answers.tsx';
import type { HolderApp } from '../require-session.ts';
import { RotatePage } from './rotate-page.tsx';

/** Another address for a credential whose address somebody has who should not. */
export const rotatingRoutes = new Hono<HolderApp>();

rotatingRoutes.get('/credentials/:id/rotate', (c) =>
  ownCredentialPage(c, 'rotate', 'me-rotate-title', RotatePage),
);

/** `copies`: `stays` or `withdrawn`. Sent twice it makes one fresh credential. */
rotatingRoutes.post('/credentials/:id/rotate', async (c) => {
  const { desk, holder } = c.var;
  const id = c.req.param('id');
  const copies = await choiceInForm(c.req.raw, 'copies', COPY_FATES);
  if (!copies.ok) return refused(c, copies.failure);
  const award = await awardOfCredential(desk.store, id, holder.accountId);
  if (award === null) return refused(c, { reason: 'page_unknown' });
  const fresh = await desk.signer.rotateLink(holder.accountId, id, copies.value);
  return fresh.ok ? backToAward(c, fresh.value, 'rotated') : refused(c, fresh.failure);
});
rotatingRoutes.all('/credentials/:id/rotate', onlyMethods('/me', 'GET', 'POST'));
