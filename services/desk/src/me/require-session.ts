import { createMiddleware } from 'hono/factory';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { loginThenSend } from '../session/login-then-send.tsx';
import type { Session } from '../session/sessions.ts';
import type { SessionApp } from '../session/signed-in.ts';

/** A part of the desk that only somebody who is signed in gets to see. */
export type HolderApp = SessionApp & { readonly Variables: { readonly holder: Session } };

/**
 * After the login, people come back to the page they wanted. A form's own address is no page: it is given
 * back to be sent again. Needs `refuseCrossSite` before it: what another site has typed is not.
 */
export const requireSession = createMiddleware<HolderApp>(async (c, next) => {
  const { session, desk } = c.var;
  if (session !== null) {
    c.set('holder', session);
    return next();
  }
  const failure = { reason: 'login_required' } as const;
  const { origin } = desk;
  const { method, path, raw } = c.req;
  if (method !== 'POST') {
    return answerRefusal(raw, failure, { origin, path: method === 'GET' ? path : '/me' });
  }
  return answerRefusal(raw, failure, { origin, path: '/me', next: await loginThenSend(raw) });
});
