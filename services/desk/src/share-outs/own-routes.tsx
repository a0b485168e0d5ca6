import type { Failure } from '@laurel/core/failure';
import { readLanguageTag } from '@laurel/core/language-tag';
import { readShareOutLink } from '@laurel/core/share-out-link';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import type { HolderApp } from '../me/require-session.ts';
import { signedInPage } from '../me/signed-in-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { DESK_STYLESHEET } from '../page/stylesheet.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import { readForm } from '../session/read-form.ts';
import { GivePage, type TypedShareOut } from './give-page.tsx';
import { giveShareOut, type OwnShareOut, ownShareOut, putReminderAway } from './own.ts';

const MAX_FORM_BYTES = 16 * 1024;

const PATH = '/awards/:id/share-out';

/** How a holder keeps what they promised with an award. */
export const ownShareOutRoutes = new Hono<HolderApp>();

ownShareOutRoutes.get(PATH, async (c) => {
  const { desk, holder } = c.var;
  const promise = await ownShareOut(desk, holder.accountId, c.req.param('id'));
  if (promise === null) return refused(c, { reason: 'page_unknown' });
  const { url, language } = promise;
  const typed = { url: url ?? '', language: language ?? readerOf(c.req.raw).messages.language };
  return givePage(c, promise, typed, NO_MISTAKES);
});

ownShareOutRoutes.post(PATH, async (c) => {
  const { desk, holder } = c.var;
  const id = c.req.param('id');
  const promise = await ownShareOut(desk, holder.accountId, id);
  if (promise === null) return refused(c, { reason: 'page_unknown' });
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refused(c, form.failure);
  const typed = { url: form.value.get('url') ?? '', language: form.value.get('language') ?? '' };
  const [url, language] = [readShareOutLink(typed.url), readLanguageTag(typed.language)];
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  if (url === null || language === null) {
    const mistakes = new Map([
      ...(url === null ? [['url', message('share-out-url-mistake')] as const] : []),
      ...(language === null ? [['language', message('share-out-language-mistake')] as const] : []),
    ]);
    return givePage(c, promise, typed, mistakes);
  }
  const given = await giveShareOut(desk, holder.accountId, id, { url, language });
  return given.ok
    ? c.redirect(linkTo(`/me/awards/${id}?done=shared`, reader), 303)
    : refused(c, given.failure);
});

ownShareOutRoutes.post(`${PATH}/reminder/end`, async (c) => {
  const { desk, holder } = c.var;
  const done = await putReminderAway(desk, holder.accountId, c.req.param('id'));
  return done.ok ? c.redirect(linkTo('/me', readerOf(c.req.raw)), 303) : refused(c, done.failure);
});

ownShareOutRoutes.all(PATH, onlyMethods('/me', 'GET', 'POST'));
ownShareOutRoutes.all(`${PATH}/reminder/end`, onlyMethods('/me', 'POST'));

function givePage(
  c: Context<HolderApp>,
  promise: OwnShareOut,
  typed: TypedShareOut,
  mistakes: Mistakes,
): Promise<Response> {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('share-out-title'),
    path: `/me/awards/${promise.awardId}/share-out`,
    reader,
    session,
    styles: DESK_STYLESHEET,
    status: statusOfForm(null, mistakes),
    children: (
      <GivePage
        promise={promise}
        typed={typed}
        mistakes={mistakes}
        nowSeconds={desk.nowSeconds}
        reader={reader}
      />
    ),
  });
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: '/me' });
}
