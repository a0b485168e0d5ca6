import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { choiceInForm } from '../session/choice-in-form.ts';
import { linkPredecessor } from './link-predecessor.ts';
import type { HolderApp } from './require-session.ts';

/** What a holder wishes of an award that put another one right. */
export const predecessorRoutes = new Hono<HolderApp>();

/** `link`: `on` or `off`. */
predecessorRoutes.post('/awards/:id/link', async (c) => {
  const { desk, holder } = c.var;
  const id = c.req.param('id');
  const link = await choiceInForm(c.req.raw, 'link', ['on', 'off']);
  const set = link.ok
    ? await linkPredecessor(desk, id, holder.accountId, link.value === 'on')
    : link;
  if (!link.ok || !set.ok) {
    const failure = link.ok ? ({ reason: 'page_unknown' } as const) : link.failure;
    return answerRefusal(c.req.raw, failure, { origin: desk.origin, path: '/me' });
  }
  const done = link.value === 'on' ? 'connected' : 'disconnected';
  return c.redirect(linkTo(`/me/awards/${id}?done=${done}`, readerOf(c.req.raw)), 303);
});
