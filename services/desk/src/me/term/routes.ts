import type { Failure } from '@laurel/core/failure';
import type { TermStep } from '@laurel/core/role-term';
import { prefersHtml } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { onlyMethods } from '../../session/only-methods.ts';
import { readForm } from '../../session/read-form.ts';
import { awardPage } from '../award-answer.tsx';
import { acceptedAward, type HolderAward } from '../holder-award.ts';
import type { Done } from '../notice.tsx';
import type { HolderApp } from '../require-session.ts';
import { stepInForm } from './step-in-form.ts';
import { stepTerm } from './step-term.ts';

const DONE: Readonly<Record<TermStep['step'], Done>> = {
  take_break: 'break_taken',
  come_back: 'came_back',
  step_down: 'stepped_down',
  show: 'term_shown',
  keep_to_oneself: 'term_kept',
};

/** What a holder does with the term of a role. */
export const termRoutes = new Hono<HolderApp>();

termRoutes.post('/awards/:id/term', async (c) => {
  const { desk, holder } = c.var;
  const held = await acceptedAward(desk, c.req.param('id'), holder.accountId);
  if (held === null) {
    const path = { origin: desk.origin, path: '/me' };
    return answerRefusal(c.req.raw, { reason: 'page_unknown' }, path);
  }
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, held, form.failure, null);
  const step = stepInForm(form.value);
  if (!step.ok) return refused(c, held, step.failure, form.value);
  const taken = await stepTerm(desk, holder.accountId, held.award.id, step.value);
  if (!taken.ok) return refused(c, held, taken.failure, form.value);
  const next = `/me/awards/${held.award.id}?done=${DONE[step.value.step]}#term`;
  return c.redirect(linkTo(next, readerOf(c.req.raw)), 303);
});
termRoutes.all('/awards/:id/term', onlyMethods('/me', 'POST'));

/** People get their form back with what was wrong; programs a problem. */
async function refused(
  c: Context<HolderApp>,
  held: HolderAward,
  failure: Failure,
  typed: URLSearchParams | null,
): Promise<Response> {
  const path = `/me/awards/${held.award.id}`;
  return prefersHtml(c.req.header('accept') ?? null) && typed !== null
    ? awardPage(c, held, { failure, typed, of: 'term' })
    : answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path });
}
