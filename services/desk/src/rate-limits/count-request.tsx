import { createMiddleware } from 'hono/factory';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { READING_METHODS } from '../session/cross-site.ts';
import type { SessionApp } from '../session/signed-in.ts';
import { countTimes } from './count-times.ts';
import { FORMS, tighterLimits } from './limits.ts';
import { refuseKeeping } from './refuse-keeping.tsx';

/**
 * Counts the forms that an account sends, and what else is dear. A form too many is refused with all of
 * it to send again: what was typed is not lost. Needs `recogniseSession` before it.
 */
export const countRequest = createMiddleware<SessionApp>(async (c, next) => {
  const { session, desk } = c.var;
  const { method, path, raw } = c.req;
  const reads = READING_METHODS.has(method);
  const limits = [...(reads ? [] : [FORMS]), ...tighterLimits(method, path)];
  if (session === null || limits.length === 0) return next();
  const counted = await countTimes(c, session.accountId, limits);
  if (counted.ok) return next();
  return reads
    ? answerRefusal(raw, counted.failure, { origin: desk.origin, path: '/me' })
    : refuseKeeping(c.req, raw, counted.failure, desk.origin);
});
