import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { returnPathOf } from '../login/return-path.ts';
import { clearCookie } from '../session/browser-cookie.ts';
import { readForm } from '../session/read-form.ts';
import { endEverySession, endSession } from '../session/sessions.ts';
import type { SessionApp } from '../session/signed-in.ts';

/** The ways out. They lead on also for those who are out already. */
export const leaveRoutes = new Hono<SessionApp>();

/** An optional field `return` names a page of ours to go to, such as a claim for another account. */
leaveRoutes.post('/logout', async (c) => {
  const { desk, session } = c.var;
  const form = await readForm(c.req.raw);
  if (session !== null) await endSession(desk, session);
  clearCookie(c, desk, 'laurel-session');
  const wanted = form.ok ? form.value.get('return') : null;
  return c.redirect(linkTo(wanted === null ? '/' : returnPathOf(wanted), readerOf(c.req.raw)), 303);
});

leaveRoutes.post('/logout-everywhere', async (c) => {
  const { desk, session } = c.var;
  if (session !== null) await endEverySession(desk, session);
  clearCookie(c, desk, 'laurel-session');
  return c.redirect(linkTo('/', readerOf(c.req.raw)), 303);
});
