import type { Failure } from '@laurel/core/failure';
import { CERTIFICATE_PARAMETERS } from '@laurel/http/certificate-choice';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { awardOfCredential } from '@laurel/store/private/held';
import { type Context, Hono } from 'hono';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { choiceAmong, choiceInForm } from '../session/choice-in-form.ts';
import { readForm } from '../session/read-form.ts';
import { DOWNLOAD_FORMATS, type DownloadFormat, filePath } from './downloads.tsx';
import type { Done } from './notice.tsx';
import type { HolderApp } from './require-session.ts';
import { signedInPage } from './signed-in-page.tsx';
import { WithdrawPage } from './withdraw-page.tsx';

/** What a holder does with a credential. A stranger's is answered as one that never was. */
export const credentialRoutes = new Hono<HolderApp>();

/** `link`: `on` or `off`. */
credentialRoutes.post('/credentials/:id/link', async (c) => {
  const id = c.req.param('id');
  const link = await choiceInForm(c.req.raw, 'link', ['on', 'off'] as const);
  if (!link.ok) return refused(c, link.failure);
  const { desk, holder } = c.var;
  const set = await desk.signer.setVisible(id, holder.accountId, link.value === 'on');
  return set.ok ? backToAward(c, id, `link_${link.value}`) : refused(c, set.failure);
});

/** Switches the link on, as the page has said beside the button, and leads to the file or the page. */
credentialRoutes.post('/credentials/:id/download', async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, form.failure);
  const format = choiceAmong(form.value, 'format', DOWNLOAD_FORMATS);
  if (!format.ok) return refused(c, format.failure);
  const { desk, holder } = c.var;
  const set = await desk.signer.setVisible(id, holder.accountId, true);
  if (!set.ok) return refused(c, set.failure);
  return c.redirect(linkTo(downloadPath(id, format.value, form.value), readerOf(c.req.raw)), 303);
});

credentialRoutes.get('/credentials/:id/withdraw', async (c) => {
  const { desk, holder: session } = c.var;
  const id = c.req.param('id');
  const award = await awardOfCredential(desk.store, id, session.accountId);
  if (award === null) return refused(c, { reason: 'page_unknown' });
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('me-withdraw-title'),
    path: `/me/credentials/${id}/withdraw`,
    reader,
    session,
    children: <WithdrawPage credentialId={id} award={award} reader={reader} />,
  });
});

credentialRoutes.post('/credentials/:id/withdraw', async (c) => {
  const { desk, holder } = c.var;
  const id = c.req.param('id');
  const done = await desk.signer.withdraw(id, holder.accountId);
  return done.ok ? backToAward(c, id, 'withdrawn') : refused(c, done.failure);
});

/** What was chosen of the certificate goes along as it is: the address says what it refuses. */
function downloadPath(id: string, format: DownloadFormat, form: URLSearchParams): string {
  const chosen = CERTIFICATE_PARAMETERS.flatMap((name) => {
    const value = form.get(name) ?? '';
    return value === '' ? [] : [[name, value]];
  });
  switch (format) {
    case 'certificate':
      return `/c/${id}/certificate?${new URLSearchParams(chosen)}`;
    case 'pdf':
      return `/c/${id}.pdf?${new URLSearchParams([...chosen, ['download', '']])}`;
    default:
      return `${filePath(id, format)}?download`;
  }
}

async function backToAward(c: Context<HolderApp>, id: string, done: Done): Promise<Response> {
  const { desk, holder } = c.var;
  const award = await awardOfCredential(desk.store, id, holder.accountId);
  if (award === null) throw new Error('a credential lost its award');
  const path = `/me/awards/${award.id}?done=${done}#credential-${id}`;
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  const known: Failure =
    failure.reason === 'credential_unknown' ? { reason: 'page_unknown' } : failure;
  return answerRefusal(c.req.raw, known, { origin: c.var.desk.origin, path: '/me' });
}
