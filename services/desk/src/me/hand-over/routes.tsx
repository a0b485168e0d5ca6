import { HandOverItem } from '@laurel/contracts/leaving-request';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { roleTermOf } from '@laurel/store/private/role-term-of';
import { type Context, Hono } from 'hono';
import { addOwnItem, beginHandOver, findHandOver, tickItem } from '../../hand-overs/hand-over.ts';
import { thankIfWhole } from '../../hand-overs/thank-hand-over.ts';
import { DESK_STYLESHEET } from '../../page/stylesheet.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { choiceInForm } from '../../session/choice-in-form.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import { readForm } from '../../session/read-form.ts';
import { acceptedAward, type HolderAward } from '../holder-award.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { HandOverPage } from './hand-over-page.tsx';

/** How the holder of a role hands it over. */
export const handOverRoutes = new Hono<HolderApp>();

handOverRoutes.get('/awards/:id/hand-over', async (c) => {
  const held = await roleOf(c, c.req.param('id'));
  if (held === null) return refused(c, { reason: 'page_unknown' }, '/me');
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('hand-over-title'),
    path: pathOf(held),
    reader,
    session: c.var.holder,
    styles: DESK_STYLESHEET,
    children: (
      <HandOverPage
        held={held}
        handOver={await findHandOver(c.var.desk, held.award.id)}
        reader={reader}
      />
    ),
  });
});

handOverRoutes.post('/awards/:id/hand-over', async (c) => {
  const held = await roleOf(c, c.req.param('id'));
  if (held === null) return refused(c, { reason: 'page_unknown' }, '/me');
  await beginHandOver(c.var.desk, held.award);
  return back(c, held, ok(null));
});

/** `text`: a thing of the holder's own, in the language of the page. */
handOverRoutes.post('/awards/:id/hand-over/items', async (c) => {
  const held = await roleOf(c, c.req.param('id'));
  if (held === null) return refused(c, { reason: 'page_unknown' }, '/me');
  const form = await readForm(c.req.raw);
  if (!form.ok) return back(c, held, form);
  const { language } = readerOf(c.req.raw).messages;
  const read = HandOverItem.safeParse({ [language]: form.value.get('text') ?? '' });
  if (!read.success) {
    const detail = read.error.issues[0]?.message ?? '';
    const issues = [{ pointer: '/text', detail }];
    return back(c, held, { ok: false, failure: { reason: 'request_invalid', issues } });
  }
  return back(c, held, await addOwnItem(c.var.desk, held.award.id, read.data));
});

/** `done`: `yes` or `no`. */
handOverRoutes.post('/awards/:id/hand-over/items/:place', async (c) => {
  const held = await roleOf(c, c.req.param('id'));
  if (held === null) return refused(c, { reason: 'page_unknown' }, '/me');
  const done = await choiceInForm(c.req.raw, 'done', ['yes', 'no'] as const);
  if (!done.ok) return back(c, held, done);
  const { desk } = c.var;
  const place = Number(c.req.param('place'));
  const ticked = await tickItem(desk, held.award.id, place, 'holder', done.value === 'yes');
  return back(c, held, ticked.ok ? await thankIfWhole(desk, held.award) : ticked);
});

handOverRoutes.all('/awards/:id/hand-over', onlyMethods('/me', 'GET', 'POST'));
handOverRoutes.all('/awards/:id/hand-over/items', onlyMethods('/me', 'POST'));
handOverRoutes.all('/awards/:id/hand-over/items/:place', onlyMethods('/me', 'POST'));

/** An award of the holder that is a role, stands, and has begun. */
async function roleOf(c: Context<HolderApp>, id: string): Promise<HolderAward | null> {
  const { desk, holder } = c.var;
  const held = await acceptedAward(desk, id, holder.accountId);
  if (held === null || held.award.state !== 'accepted' || held.award.supersededBy !== null) {
    return null;
  }
  const term = roleTermOf(held.award, held.achievement);
  return term !== null && term.period.start <= dayOf(desk.nowSeconds) ? held : null;
}

function pathOf({ award }: HolderAward): string {
  return `/me/awards/${award.id}/hand-over`;
}

function back(
  c: Context<HolderApp>,
  held: HolderAward,
  result: Result<null, Failure>,
): Response | Promise<Response> {
  return result.ok
    ? c.redirect(linkTo(pathOf(held), readerOf(c.req.raw)), 303)
    : refused(c, result.failure, pathOf(held));
}

function refused(c: Context<HolderApp>, failure: Failure, path: string): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path });
}
