import { readConfirmationCode } from '@laurel/core/confirmation-code';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import {
  answer,
  type Confirmation,
  waitingById,
  waitingUnder,
} from '../../confirm/confirmation.ts';
import { ownThings } from '../../confirm/own-things.ts';
import type { Desk } from '../../env.ts';
import { giveBack } from '../../rate-limits/give-back.ts';
import { type RateLimit, spend } from '../../rate-limits/spend.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { onlyMethods } from '../../session/only-methods.ts';
import { readForm } from '../../session/read-form.ts';
import { ownCredentials } from '../own-credentials.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { AnswerPage } from './answer-page.tsx';

/** Ten wrong codes an account and hour. */
const WRONG_CODES: RateLimit = { name: 'confirmation_code', most: 10, windowSeconds: 3_600 };

/** How a holder tells a partner that a credential is theirs, without showing the account. */
export const confirmingRoutes = new Hono<HolderApp>();

/** Changes nothing of the question: it shows who asks, and about what. */
confirmingRoutes.post('/confirm', async (c) => {
  const { desk, holder: session } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, form.failure);
  const code = readConfirmationCode(form.value.get('code') ?? '');
  const found = await tryCode(desk, session.accountId, code);
  if (!found.ok) return refused(c, found.failure);
  const reader = readerOf(c.req.raw);
  const own = await ownCredentials(desk, session.accountId);
  return signedInPage({
    title: reader.messages.message('me-confirm-title'),
    path: '/me/confirm',
    reader,
    session,
    children: <AnswerPage waiting={found.value} own={own} reader={reader} />,
  });
});
confirmingRoutes.all('/confirm', onlyMethods('/me', 'POST'));

confirmingRoutes.post('/confirm/:id', async (c) => {
  const { desk, holder } = c.var;
  const asked = await waitingById(desk, c.req.param('id'));
  const mine = asked === null ? [] : await askedOfOwn(desk, holder.accountId, [asked]);
  const [one] = mine;
  if (one === undefined) return refused(c, { reason: 'confirmation_unknown' });
  if (!one.visible) return refused(c, { reason: 'confirmation_link_off' });
  const done = await answer(desk, one.asked.id, holder.accountId);
  return done
    ? c.redirect(linkTo('/me?done=confirmed', readerOf(c.req.raw)), 303)
    : refused(c, { reason: 'confirmation_unknown' });
});
confirmingRoutes.all('/confirm/:id', onlyMethods('/me', 'POST'));

/**
 * Looks a code up among what the account holds, unless it has had its wrong tries. A try is counted before
 * anything is looked up and given back where the code was right, so that many at once are no more than ten.
 */
async function tryCode(
  desk: Desk,
  accountId: string,
  code: string | null,
): Promise<Result<readonly Confirmation[], Failure>> {
  const { allowed, resetsInSeconds } = await spend(desk, WRONG_CODES, accountId);
  if (!allowed) return refuse({ reason: 'rate_limited', retryAfterSeconds: resetsInSeconds });
  const waiting = code === null ? [] : await waitingUnder(desk, code);
  const mine = await askedOfOwn(desk, accountId, waiting);
  if (mine.length === 0) return refuse({ reason: 'confirmation_unknown' });
  await giveBack(desk, WRONG_CODES, accountId);
  const shown = mine.filter(({ visible }) => visible);
  return shown.length === 0
    ? refuse({ reason: 'confirmation_link_off' })
    : ok(shown.map(({ asked }) => asked));
}

async function askedOfOwn(desk: Desk, accountId: string, waiting: readonly Confirmation[]) {
  const own = await ownThings(desk, accountId);
  return waiting.flatMap((asked) => {
    const thing = own.find(({ id }) => id === asked.credentialId);
    return thing === undefined ? [] : [{ asked, visible: thing.visible }];
  });
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: '/me' });
}
