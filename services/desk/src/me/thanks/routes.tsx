import type { Failure } from '@laurel/core/failure';
import { MAX_THANKS_LENGTH, readThanks } from '@laurel/core/thanks';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { DESK_STYLESHEET } from '../../page/stylesheet.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { onlyMethods } from '../../session/only-methods.ts';
import { readForm } from '../../session/read-form.ts';
import { acceptedAward } from '../holder-award.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { takeThanksBack, writeThanks } from './own-thanks.ts';
import { ThanksForm } from './thanks-section.tsx';

/** Words of three bytes a letter, percent-encoded, and more of them than are taken. */
const MAX_FORM_BYTES = 32 * 1024;

/** How a holder says thank you for an award. */
export const thanksRoutes = new Hono<HolderApp>();

thanksRoutes.post('/awards/:id/thanks', async (c) => {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const held = await acceptedAward(desk, c.req.param('id'), session.accountId);
  if (held === null) return refused(c, { reason: 'page_unknown' }, '/me');
  const path = `/me/awards/${held.award.id}`;
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refused(c, form.failure, path);
  const typed = form.value.get('words') ?? '';
  const { words, mistake } = readThanks(typed);
  if (mistake !== null) {
    const said = message(`thanks-mistake-${mistake}`, MAX_THANKS_LENGTH);
    return signedInPage({
      title: message('thanks-title'),
      path,
      reader,
      session,
      styles: DESK_STYLESHEET,
      status: 422,
      children: (
        <>
          <h1>{message('thanks-title')}</h1>
          <ThanksForm awardId={held.award.id} typed={typed} mistake={said} reader={reader} />
        </>
      ),
    });
  }
  const written = await writeThanks(desk, session.accountId, held.award.id, words);
  return written.ok
    ? c.redirect(linkTo(`${path}?done=thanked`, reader), 303)
    : refused(c, written.failure, path);
});

thanksRoutes.post('/awards/:id/thanks/withdraw', async (c) => {
  const { desk, holder } = c.var;
  const held = await acceptedAward(desk, c.req.param('id'), holder.accountId);
  if (held === null) return refused(c, { reason: 'page_unknown' }, '/me');
  await takeThanksBack(desk, holder.accountId, held.award.id);
  const next = `/me/awards/${held.award.id}?done=thanks_taken_back`;
  return c.redirect(linkTo(next, readerOf(c.req.raw)), 303);
});

thanksRoutes.all('/awards/:id/thanks', onlyMethods('/me', 'POST'));
thanksRoutes.all('/awards/:id/thanks/withdraw', onlyMethods('/me', 'POST'));

function refused(c: Context<HolderApp>, failure: Failure, path: string): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path });
}
