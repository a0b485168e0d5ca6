import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { nameIn } from '../me/localised.tsx';
import { signedInPage } from '../me/signed-in-page.tsx';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import type { Session } from '../session/sessions.ts';
import type { SessionApp } from '../session/signed-in.ts';
import { confirmedSlip, ownSlip, type ShownSlip } from '../slips/own-slips.ts';
import { blankSlip, presentSlip, takeSlipBack } from '../slips/present-slip.ts';
import { readSlipCode } from '../slips/read-code.ts';
import { tryCode, wrongCode } from '../slips/try-code.ts';
import { codePage } from './code-routes.tsx';
import { openPage } from './open-page.tsx';
import { BlankSlip, OwnSlip, SlipBeforeLogin } from './slip-page.tsx';

/** How somebody meets a slip. What is no code of a slip goes on to the claims of awards. */
export const slipRoutes = new Hono<SessionApp>();

/**
 * Changes nothing of the slip. Before a login nothing is looked up; after it a wrong code costs a try,
 * or looking would be free. So does one whose check digit is wrong, which is told at once to somebody
 * who is not logged in: they would log in in vain.
 */
slipRoutes.get('/:code', async (c, next) => {
  const { desk, session } = c.var;
  const written = c.req.param('code');
  const read = readSlipCode(written);
  if (!read.ok && read.failure === 'not_a_code') return next();
  if (!read.ok) return session === null ? codePage(c, written, read.failure) : wrong(c, session);
  const code = read.value;
  const reader = readerOf(c.req.raw);
  if (code !== written) return c.redirect(linkTo(`/claim/${code}`, reader), 303);
  if (session === null) {
    return openPage({
      title: reader.messages.message('claim-slip-title'),
      path: `/claim/${code}`,
      reader,
      session,
      children: <SlipBeforeLogin code={code} reader={reader} />,
    });
  }
  const own = await ownSlip(desk, session.accountId, code);
  if (own !== null) {
    const done = c.req.query('done') === 'shown';
    return slipPage(c, session, own, <OwnSlip shown={own} done={done} reader={reader} />);
  }
  const confirmed = await confirmedSlip(desk, session.accountId, code);
  if (confirmed !== null) {
    const { claimCode } = confirmed;
    return c.redirect(linkTo(claimCode === null ? '/me' : `/claim/${claimCode}`, reader), 303);
  }
  const found = await tryCode(desk, session.accountId, () =>
    blankSlip(desk, session.accountId, code),
  );
  if (!found.ok) return refused(c, found.failure);
  const { value } = found;
  return slipPage(c, session, value, <BlankSlip shown={value} session={session} reader={reader} />);
});

slipRoutes.post('/:code', async (c, next) => {
  const { desk, session } = c.var;
  const read = readSlipCode(c.req.param('code'));
  if (!read.ok && read.failure === 'not_a_code') return next();
  if (session === null) return refused(c, { reason: 'login_required' });
  if (!read.ok) return wrong(c, session);
  const code = read.value;
  const here = linkTo(`/claim/${code}?done=shown`, readerOf(c.req.raw));
  if ((await ownSlip(desk, session.accountId, code)) !== null) return c.redirect(here, 303);
  const shown = await tryCode(desk, session.accountId, () =>
    presentSlip(desk, session.accountId, code),
  );
  return shown.ok ? c.redirect(here, 303) : refused(c, shown.failure);
});

slipRoutes.post('/:code/withdraw', async (c, next) => {
  const { desk, session } = c.var;
  const read = readSlipCode(c.req.param('code'));
  if (!read.ok) return next();
  if (session === null) return refused(c, { reason: 'login_required' });
  const back = await takeSlipBack(desk, session.accountId, read.value);
  return back.ok
    ? c.redirect(linkTo('/me?done=slip_taken_back', readerOf(c.req.raw)), 303)
    : refused(c, back.failure);
});

slipRoutes.all('/:code', (c, next) =>
  readSlipCode(c.req.param('code')).ok ? onlyMethods('/claim', 'GET', 'POST')(c) : next(),
);
slipRoutes.all('/:code/withdraw', (c, next) =>
  readSlipCode(c.req.param('code')).ok ? onlyMethods('/claim', 'POST')(c) : next(),
);

type SlipPage = Parameters<typeof signedInPage>[0]['children'];

function slipPage(
  c: Context<SessionApp>,
  session: Session,
  { slip, achievement }: ShownSlip,
  children: SlipPage,
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: nameIn(achievement.name, reader, achievement.sourceLanguage),
    path: `/claim/${slip.code}`,
    reader,
    session,
    children,
  });
}

async function wrong(c: Context<SessionApp>, session: Session): Promise<Response> {
  const { failure } = await wrongCode(c.var.desk, session.accountId);
  return refused(c, failure);
}

/** The way back leads to where the code is typed again. */
function refused(c: Context<SessionApp>, failure: Failure): Promise<Response> {
  const { desk } = c.var;
  return answerRefusal(c.req.raw, failure, { origin: desk.origin, path: '/claim' });
}
