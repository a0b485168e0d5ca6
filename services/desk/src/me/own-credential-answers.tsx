import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { readerOf } from '@laurel/http/reader';
import type { MessageKey } from '@laurel/i18n/messages';
import { linkTo } from '@laurel/pages/link';
import { awardOfCredential } from '@laurel/store/private/held';
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { answerRefusal } from '../session/answer-refusal.tsx';
import type { Done } from './notice.tsx';
import type { HolderApp } from './require-session.ts';
import { signedInPage } from './signed-in-page.tsx';

/** What is told before something is done to a credential. */
export type BeforePageProps = {
  readonly credentialId: string;
  readonly award: NonNullable<Awaited<ReturnType<typeof awardOfCredential>>>;
  readonly reader: Reader;
};

/** The page that stands before something is done to a credential of theirs. */
export async function ownCredentialPage(
  c: Context<HolderApp>,
  act: 'withdraw' | 'rotate',
  title: MessageKey,
  Page: FC<BeforePageProps>,
): Promise<Response> {
  const { desk, holder: session } = c.var;
  const id = c.req.param('id') ?? '';
  const award = await awardOfCredential(desk.store, id, session.accountId);
  if (award === null) return refused(c, { reason: 'page_unknown' });
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message(title),
    path: `/me/credentials/${id}/${act}`,
    reader,
    session,
    children: <Page credentialId={id} award={award} reader={reader} />,
  });
}

/** Leads back to a credential on the page of its award, which says what was done. */
export async function backToAward(
  c: Context<HolderApp>,
  id: string,
  done: Done,
): Promise<Response> {
  const { desk, holder } = c.var;
  const award = await awardOfCredential(desk.store, id, holder.accountId);
  if (award === null) throw new Error('a credential lost its award');
  const path = `/me/awards/${award.id}?done=${done}#credential-${id}`;
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
}

/** A refusal; what is not theirs is answered as what never was. */
export function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  const known: Failure =
    failure.reason === 'credential_unknown' ? { reason: 'page_unknown' } : failure;
  return answerRefusal(c.req.raw, known, { origin: c.var.desk.origin, path: '/me' });
}
