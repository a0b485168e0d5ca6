import { TermExceptionRequest } from '@laurel/contracts/term-exception-request';
import { dayOf } from '@laurel/core/day';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { actorForAward } from '../awards/actor-for-award.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { recordException, standingExceptions, withdrawException } from './exceptions.ts';
import { listTerms } from './list-terms.ts';
import { exceptionAsTold, runningTermAsTold } from './term-as-told.ts';

const MAX_REQUEST_BYTES = 8 * 1024;

/** The API of an issuer’s terms, and of exceptions to their policies. */
export const termApi = new Hono<DeskApp>();

termApi.get('/issuers/:slug/terms', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { terms, total } = await listTerms(c.var.desk, actor.value, page);
  const exceptions = await standingExceptions(c.var.desk, actor.value);
  const today = dayOf(c.var.desk.nowSeconds);
  return privateJson({
    page,
    more: page < pagesIn(total),
    terms: terms.map((one) => runningTermAsTold(one, today)),
    exceptions: exceptions.map(exceptionAsTold),
  });
});

termApi.post('/awards/:id/exceptions', async (c) => {
  const actor = await actorForAward(c, 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const asked = await readJson(c.req.raw, TermExceptionRequest, MAX_REQUEST_BYTES);
  if (!asked.ok) return refusal(c, asked.failure);
  const made = await recordException(c.var.desk, actor.value, c.req.param('id'), asked.value);
  return made.ok
    ? privateJson({ exception: made.value }, { status: 201 })
    : refusal(c, made.failure);
});

termApi.delete('/issuers/:slug/exceptions/:id', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const done = await withdrawException(c.var.desk, actor.value, c.req.param('id'));
  return done.ok ? new Response(null, { status: 204 }) : refusal(c, done.failure);
});

termApi.all('/issuers/:slug/terms', onlyAllowing('GET'));
termApi.all('/awards/:id/exceptions', onlyAllowing('POST'));
termApi.all('/issuers/:slug/exceptions/:id', onlyAllowing('DELETE'));
