import type { Failure } from '@laurel/core/failure';
import { type Reader, readerOf } from '@laurel/http/reader';
import { inLanguage } from '@laurel/pages/link';
import { authorizationRequest } from '@laurel/wikimedia/authorize';
import { identify } from '@laurel/wikimedia/identify';
import { Hono } from 'hono';
import type { DeskApp, DeskContext } from '../app-context.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { clearCookie, readCookie, writeCookie } from '../session/browser-cookie.ts';
import { LoginLink } from '../session/login-link.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import { beginSession } from '../session/sessions.ts';
import { ATTEMPT_SECONDS, beginAttempt, takeAttempt } from './attempts.ts';
import { keepAccount } from './keep-account.ts';
import { DEFAULT_RETURN_PATH, returnPathOf } from './return-path.ts';

export const loginRoutes = new Hono<DeskApp>();

loginRoutes.use(async (c, next) => {
  await next();
  c.header('cache-control', 'private, no-store');
});

/** `?return=` says where to go afterwards, `?uselang=` in which language. */
loginRoutes.get('/', async (c) => {
  const { desk } = c.var;
  const { messages, uselang } = readerOf(c.req.raw);
  const wanted = returnPathOf(c.req.query('return'));
  const returnPath = uselang === null ? wanted : inLanguage(wanted, uselang);
  const attempt = await beginAttempt(desk, returnPath);
  writeCookie(c, desk, 'laurel-login', attempt.state, ATTEMPT_SECONDS);
  const address = await authorizationRequest(desk.wikimedia, {
    ...attempt,
    uiLocale: messages.language,
  });
  return c.redirect(address.href, 303);
});

/**
 * Where Wikimedia sends the browser back to. The attempt is the one that this browser holds: an address
 * that somebody else's login ended at is worth nothing here, and a no comes back without a state.
 */
loginRoutes.get('/callback', async (c) => {
  const { desk } = c.var;
  const state = readCookie(c, desk, 'laurel-login');
  const answered = c.req.query('state');
  if (state === null || (answered !== undefined && answered !== state)) {
    // Another login may be under way in this browser, so nothing is taken from it.
    return refused(c, { reason: 'login_expired' }, DEFAULT_RETURN_PATH);
  }
  clearCookie(c, desk, 'laurel-login');
  const attempt = await takeAttempt(desk, state);
  if (attempt === null) return refused(c, { reason: 'login_expired' }, DEFAULT_RETURN_PATH);

  const identity = await identify(desk.wikimedia, new URL(c.req.url), attempt);
  if (!identity.ok) return refused(c, identity.failure, attempt.returnPath);

  await keepAccount(desk, identity.value);
  const { token, maxAgeSeconds } = await beginSession(
    desk,
    identity.value.accountId,
    readCookie(c, desk, 'laurel-session'),
  );
  writeCookie(c, desk, 'laurel-session', token, maxAgeSeconds);
  return c.redirect(attempt.returnPath, 303);
});

loginRoutes.all('/', onlyMethods('/me', 'GET'));
loginRoutes.all('/callback', onlyMethods('/me', 'GET'));

/** The language stands in the path to return to: Wikimedia's address brings none back. */
async function refused(c: DeskContext, failure: Failure, returnPath: string): Promise<Response> {
  const { origin } = c.var.desk;
  const reader: Reader = readerOf(new Request(new URL(returnPath, origin), c.req.raw));
  const answer = await answerRefusal(c.req.raw, failure, {
    origin,
    path: DEFAULT_RETURN_PATH,
    reader,
    next: () => <LoginLink reader={reader} returnPath={returnPathOf(returnPath)} again />,
  });
  return c.newResponse(answer.body, answer);
}
