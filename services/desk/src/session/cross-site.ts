import { createMiddleware } from 'hono/factory';
import type { DeskApp } from '../app-context.ts';
import { answerRefusal } from './answer-refusal.tsx';
import { isOwnRequest } from './own-request.ts';

/** Methods that change nothing (RFC 9110, Section 9.2.1). */
export const READING_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses forms that another site's page has sent, before anything is done. */
export const refuseCrossSite = createMiddleware<DeskApp>(async (c, next) => {
  const { origin } = c.var.desk;
  if (READING_METHODS.has(c.req.method) || isOwnRequest(c.req.raw.headers, origin)) return next();
  return answerRefusal(c.req.raw, { reason: 'cross_site_request' }, { origin, path: '/me' });
});
