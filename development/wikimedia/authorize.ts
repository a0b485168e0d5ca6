import { type Context, Hono } from 'hono';
import type { Accounts } from './accounts.ts';
import { type AuthorizationRequest, flawIn, requestIn } from './authorization-request.ts';
import type { Consumer, Grants } from './grants.ts';
import { DECISION_PATH, flawPage, loginPage } from './login-page.ts';

/**
 * The login page and its answer. `?as=<user name>` beside the usual parameters allows at once as
 * that account, so that scripts need no page.
 */
export function authorizeRoutes(consumer: Consumer, accounts: Accounts, grants: Grants) {
  return new Hono()
    .get('/w/rest.php/oauth2/authorize', (c) => {
      const request = requestIn((name) => c.req.query(name));
      const flaw = flawIn(request, consumer);
      if (flaw !== null) return c.html(flawPage(flaw), 400);
      const as = c.req.query('as');
      return as === undefined
        ? c.html(loginPage(request, null))
        : allow(c, request, as, accounts, grants);
    })
    .post(DECISION_PATH, async (c) => {
      const form = new URLSearchParams(await c.req.text());
      const request = requestIn((name) => form.get(name) ?? undefined);
      const flaw = flawIn(request, consumer);
      if (flaw !== null) return c.html(flawPage(flaw), 400);
      if (form.get('decision') !== 'allow') return c.redirect(denialOf(request));
      const username = form.get('typed')?.trim() || form.get('picked') || '';
      return allow(c, request, username, accounts, grants);
    });
}

function allow(
  c: Context,
  request: AuthorizationRequest,
  username: string,
  accounts: Accounts,
  grants: Grants,
) {
  const found = accounts.byName(username);
  if (found.kind === 'invalid') return c.html(loginPage(request, 'That is no user name.'), 400);
  if (found.kind === 'missing') {
    return c.html(loginPage(request, `There is no account “${found.username}”.`), 403);
  }
  const { account } = found;
  if (account.locked) {
    return c.html(loginPage(request, `“${account.username}” is locked and cannot log in.`), 403);
  }
  const callback = new URL(request.redirect_uri);
  callback.searchParams.set(
    'code',
    grants.newCode({ account, codeChallenge: request.code_challenge }),
  );
  callback.searchParams.set('state', request.state);
  return c.redirect(callback.href);
}

/**
 * Extension:OAuth (`Rest\Handler\Authorize`) says `unauthorized_client` where RFC 6749, Section
 * 4.1.2.1 has `access_denied`, and gives no state back: applications must cope with that.
 */
function denialOf(request: AuthorizationRequest): string {
  const callback = new URL(request.redirect_uri);
  callback.searchParams.set('error', 'unauthorized_client');
  callback.searchParams.set('error_description', 'The person rejected the request.');
  return callback.href;
}
