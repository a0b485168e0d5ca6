import type { Failure } from '@laurel/core/failure';
import { isId } from '@laurel/core/id';
import { textMistake } from '@laurel/core/plain-text';
import { type Reader, readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { openPage } from '../claim/open-page.tsx';
import type { Desk } from '../env.ts';
import { countTimes } from '../rate-limits/count-times.ts';
import { CONFIRMATIONS } from '../rate-limits/limits.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { readCookie, writeCookie } from '../session/browser-cookie.ts';
import { refuseCrossSite } from '../session/cross-site.ts';
import { onlyMethods } from '../session/only-methods.ts';
import { readForm } from '../session/read-form.ts';
import { recogniseSession, type SessionApp } from '../session/signed-in.ts';
import { isToken, newToken } from '../session/token.ts';
import { AskPage, MAX_ASKED_BY } from './ask-page.tsx';
import { CodePage } from './code-page.tsx';
import { ask, askedBefore, CONFIRMATION_SECONDS, type Confirmation } from './confirmation.ts';
import { ownThings } from './own-things.ts';

/** Between two looks of a page that waits. */
const LOOK_EVERY_SECONDS = 10;

/**
 * How a partner finds out whether a credential is the other person's. Nobody looks whether there is a credential of
 * this id: what is hidden, what never was and what is shown get the same page by the same statements.
 */
export const confirmRoutes = new Hono<SessionApp>();

confirmRoutes.use(recogniseSession, refuseCrossSite);

/** Changes nothing, as previews of links open it too. What was asked is seen by the browser that asked. */
confirmRoutes.get('/:id', async (c) => {
  const { desk } = c.var;
  const id = c.req.param('id');
  if (!isId(id)) return refused(c, { reason: 'page_unknown' });
  const token = browserToken(c);
  const asked = token === null ? null : await askedBefore(desk, token, id);
  const reader = readerOf(c.req.raw);
  if (asked === null) return page(c, <AskPage credentialId={id} typed="" reader={reader} />);
  const isConfirmed = await isConfirmedNow(desk, asked);
  return page(c, <CodePage asked={asked} isConfirmed={isConfirmed} reader={reader} />, {
    ...(isConfirmed ? {} : { refreshSeconds: LOOK_EVERY_SECONDS }),
  });
});

confirmRoutes.post('/:id', async (c) => {
  const { desk } = c.var;
  const id = c.req.param('id');
  if (!isId(id)) return refused(c, { reason: 'page_unknown' });
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, form.failure);
  const askedBy = (form.value.get('asked_by') ?? '').trim();
  const reader = readerOf(c.req.raw);
  const mistake = mistakeIn(askedBy, reader);
  if (mistake !== undefined) {
    const again = <AskPage credentialId={id} typed={askedBy} mistake={mistake} reader={reader} />;
    return page(c, again, { status: 422 });
  }
  const counted = await countTimes(c, id, [CONFIRMATIONS]);
  if (!counted.ok) return refused(c, counted.failure);
  const token = browserToken(c) ?? newToken();
  await ask(desk, token, id, askedBy);
  writeCookie(c, desk, 'laurel-confirm', token, CONFIRMATION_SECONDS * 2);
  return c.redirect(linkTo(`/confirm/${id}`, reader), 303);
});

confirmRoutes.all('/:id', onlyMethods('/', 'GET', 'POST'));

function mistakeIn(askedBy: string, { messages: { message } }: Reader): string | undefined {
  if ([...askedBy].length > MAX_ASKED_BY) return message('confirm-asked-by-long', MAX_ASKED_BY);
  return textMistake(askedBy) === null ? undefined : message('confirm-asked-by-unseen');
}

function browserToken(c: Context<SessionApp>): string | null {
  const token = readCookie(c, c.var.desk, 'laurel-confirm');
  return token !== null && isToken(token) ? token : null;
}

/** A link that was switched off since hides the answer too. */
async function isConfirmedNow(desk: Desk, { confirmedBy, credentialId }: Confirmation) {
  if (confirmedBy === null) return false;
  const own = await ownThings(desk, confirmedBy);
  return own.some(({ id, visible }) => id === credentialId && visible);
}

type PageOptions = { readonly status?: number; readonly refreshSeconds?: number };

function page(
  c: Context<SessionApp>,
  children: Parameters<typeof openPage>[0]['children'],
  options: PageOptions = {},
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return openPage({
    title: reader.messages.message('confirm-title'),
    path: c.req.path,
    reader,
    session: c.var.session,
    children,
    ...options,
  });
}

function refused(c: Context<SessionApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: '/' });
}
