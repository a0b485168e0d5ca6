import { CERTIFICATE_PARAMETERS } from '@laurel/http/certificate-choice';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { choiceAmong, choiceInForm } from '../session/choice-in-form.ts';
import { readForm } from '../session/read-form.ts';
import { DOWNLOAD_FORMATS, type DownloadFormat, filePath } from './downloads.tsx';
import { backToAward, ownCredentialPage, refused } from './own-credential-answers.tsx';
import type { HolderApp } from './require-session.ts';
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

credentialRoutes.get('/credentials/:id/withdraw', (c) =>
  ownCredentialPage(c, 'withdraw', 'me-withdraw-title', WithdrawPage),
);

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
