import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { type Context, Hono } from 'hono';
import { DESK_STYLESHEET } from '../../page/stylesheet.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { onlyMethods } from '../../session/only-methods.ts';
import { offerLink } from '../../wallet/offer.ts';
import { makeOffer } from '../../wallet/offers.ts';
import { type OwnCredential, ownCredentials } from '../own-credentials.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { WalletPage } from './wallet-page.tsx';

const PATH = '/credentials/:id/wallet';

/** How a holder puts a credential into a wallet. */
export const walletPageRoutes = new Hono<HolderApp>();

walletPageRoutes.get(PATH, async (c) => {
  const own = await ownActive(c, c.req.param('id'));
  return own === null ? refused(c, { reason: 'page_unknown' }) : page(c, own, null);
});

/** Answers with the code at once: nothing keeps it, so that no other page could show it. */
walletPageRoutes.post(PATH, async (c) => {
  const { desk, holder } = c.var;
  const id = c.req.param('id');
  const own = await ownActive(c, id);
  if (own === null) return refused(c, { reason: 'page_unknown' });
  const set = await desk.signer.setVisible(id, holder.accountId, true);
  if (!set.ok) return refused(c, set.failure);
  const { code, digits } = await makeOffer(desk, holder.accountId, id);
  return page(c, own, { link: offerLink(desk.origin, code), digits });
});

walletPageRoutes.all(PATH, onlyMethods('/me', 'GET', 'POST'));

async function ownActive(c: Context<HolderApp>, id: string): Promise<OwnCredential | null> {
  const all = await ownCredentials(c.var.desk, c.var.holder.accountId);
  const own = all.find(({ credential }) => credential.credentialId === id);
  return own?.credential.state === 'active' && !own.credential.linkRetired ? own : null;
}

function page(
  c: Context<HolderApp>,
  own: OwnCredential,
  offer: { readonly link: string; readonly digits: string } | null,
): Response | Promise<Response> {
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('me-wallet-title'),
    path: `/me/credentials/${own.credential.credentialId}/wallet`,
    reader,
    session: c.var.holder,
    styles: DESK_STYLESHEET,
    children: <WalletPage own={own} offer={offer} reader={reader} />,
  });
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: '/me' });
}
