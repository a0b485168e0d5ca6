import { createMiddleware } from 'hono/factory';
import { answerRefusal } from '../session/answer-refusal.tsx';
import type { Session } from '../session/sessions.ts';
import type { SessionApp } from '../session/signed-in.ts';

/** A part of the desk that only somebody who is signed in gets to see. */
export type HolderApp = SessionApp & { readonly Variables: { readonly holder: Session } };

/** After the login, people come back to the page they wanted; a form's own address is no page. */
export const requireSession = createMiddleware<HolderApp>(async (c, next) => {
  const { session, desk } = c.var;
  if (session !== null) {
    c.set('holder', session);
    return next();
  }
  return answerRefusal(
    c.req.raw,
    { reason: 'login_required' },
    { origin: desk.origin, path: c.req.method === 'GET' ? c.req.path : '/me' },
  );
});
