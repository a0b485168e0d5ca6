import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import type { HolderApp } from '../me/require-session.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import { stepDown } from './give.ts';

/** How a trainer steps down from awarding. */
export const ownTrainingRoutes = new Hono<HolderApp>();

ownTrainingRoutes.post('/awards/:id/trainer/end', async (c) => {
  const { desk, holder } = c.var;
  const id = c.req.param('id');
  const done = await stepDown(desk, holder.accountId, id);
  return done.ok
    ? c.redirect(linkTo(`/me/awards/${id}?done=trainer_left`, readerOf(c.req.raw)), 303)
    : answerRefusal(c.req.raw, done.failure, { origin: desk.origin, path: '/me' });
});

ownTrainingRoutes.all('/awards/:id/trainer/end', onlyMethods('/me', 'POST'));
