import { COPY_FATES } from '@laurel/contracts/showing-rpc';
import { awardOfCredential } from '@laurel/store/private/held';
import { Hono } from 'hono';
import { moveAsks } from '../../endorsements/move-asks.ts';
import type { Desk } from '../../env.ts';
import { choiceInForm } from '../../session/choice-in-form.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import { ownName } from '../name/own-name.ts';
import { backToAward, ownCredentialPage, refused } from '../own-credential-answers.tsx';
import type { HolderApp } from '../require-session.ts';
import { RotatePage } from './rotate-page.tsx';

/** Another address for a credential whose address somebody has who should not. */
export const rotatingRoutes = new Hono<HolderApp>();

rotatingRoutes.get('/credentials/:id/rotate', async (c) => {
  const formerName = await formerNameIn(c.var.desk, c.var.holder.accountId, c.req.param('id'));
  return ownCredentialPage(c, 'rotate', 'me-rotate-title', (page) => (
    <RotatePage {...page} formerName={formerName} />
  ));
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
  return backToAward(c, fresh.value, 'rotated');
});
rotatingRoutes.all('/credentials/:id/rotate', onlyMethods('/me', 'GET', 'POST'));

/** The name that a credential says, where its holder has had it changed since; null where there is none. */
async function formerNameIn(desk: Desk, accountId: string, id: string): Promise<string | null> {
  const [held, { writings }] = await Promise.all([
    desk.signer.held(accountId),
    ownName(desk, accountId),
  ]);
  const said = held.find(({ credentialId }) => credentialId === id)?.name ?? null;
  return said === null || Object.values(writings).includes(said) ? null : said;
}
