import { normaliseUsername } from '@laurel/core/username';
import { type Reader, readerOf } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { Layout } from '@laurel/pages/layout';
import { Hono } from 'hono';
import { DESK_STYLESHEET } from '../../page/stylesheet.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { clearCookie } from '../../session/browser-cookie.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import { readForm } from '../../session/read-form.ts';
import type { Session } from '../../session/sessions.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { beginErasure } from './begin-erasure.ts';
import { ErasePage } from './erase-page.tsx';

/** How somebody has everything about them erased, having typed their name. */
export const eraseRoutes = new Hono<HolderApp>();

eraseRoutes.on(['PUT', 'PATCH', 'DELETE'], '/erase', onlyMethods('/me', 'GET', 'POST'));

eraseRoutes.get('/erase', (c) => page(readerOf(c.req.raw), c.var.holder, null));

eraseRoutes.post('/erase', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const form = await readForm(c.req.raw);
  const refused = { origin: desk.origin, path: '/me/erase' };
  if (!form.ok) return answerRefusal(c.req.raw, form.failure, refused);
  const typed = form.value.get('username') ?? '';
  const isTheirs = holder.username === null || isName(typed, holder.username);
  if (!isTheirs) return page(reader, holder, typed);
  const begun = await beginErasure(desk, holder.accountId);
  if (!begun.ok) return answerRefusal(c.req.raw, begun.failure, refused);
  const { message } = reader.messages;
  const title = message('me-erased-title');
  clearCookie(c, desk, 'laurel-session');
  const answer = await htmlResponse(
    <Layout title={title} path="/me/erase" reader={reader}>
      <h1>{title}</h1>
      <p class="lead">{message('me-erased-say')}</p>
    </Layout>,
    reader,
  );
  return c.newResponse(answer.body, answer);
});

function isName(typed: string, username: string): boolean {
  const name = normaliseUsername(typed);
  return name.ok && name.value === username;
}

function page(reader: Reader, session: Session, typed: string | null) {
  return signedInPage({
    title: reader.messages.message('me-erase-title'),
    path: '/me/erase',
    reader,
    session,
    styles: DESK_STYLESHEET,
    status: typed === null ? 200 : 422,
    children: <ErasePage session={session} typed={typed} reader={reader} />,
  });
}
