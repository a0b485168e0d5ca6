import { createMiddleware } from 'hono/factory';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { READING_METHODS } from '../session/cross-site.ts';
import type { SessionApp } from '../session/signed-in.ts';
import { countTimes } from './count-times.ts';
import { FORMS, tighterLimits } from './limits.ts';
import { formToKeep, SendAgain } from './send-again.tsx';

/**
 * Counts the forms that an account sends. One too many is refused with the whole form to send again: what
 * was typed is not lost. Needs `recogniseSession` before it.
 */
export const countForm = createMiddleware<SessionApp>(async (c, next) => {
  const { session, desk } = c.var;
  const { method, path, raw } = c.req;
  if (session === null || READING_METHODS.has(method)) return next();
  const limits = [FORMS, ...tighterLimits(method, path)];
  const counted = await countTimes(c, session.accountId, limits);
  if (counted.ok) return next();
  const kept = await formToKeep(raw);
  const { search } = new URL(raw.url);
  return answerRefusal(raw, counted.failure, {
    origin: desk.origin,
    path: '/me',
    next: (reader) => <SendAgain action={`${path}${search}`} kept={kept} reader={reader} />,
  });
});
