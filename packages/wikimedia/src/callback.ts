import { ok, type Result, refuse } from '@laurel/core/result';
import * as oauth from 'oauth4webapi';
import { authorizationServerOf, isAboutTheAnswer } from './authorization-server.ts';
import type { LoginRefusal } from './login-refusal.ts';
import { DEFAULT_RETRY_AFTER_SECONDS } from './retry-after.ts';
import type { Wikimedia } from './wikimedia.ts';

/**
 * What a person's no looks like: `access_denied` by RFC 6749, Section 4.1.2.1;
 * `unauthorized_client` in Extension:OAuth (`Rest\Handler\Authorize`), which also leaves out the state.
 */
const DENIALS = new Set(['access_denied', 'unauthorized_client']);

/**
 * The parameters with which the browser came back (RFC 6749, Section 4.1.2), if they answer the
 * attempt of this state and carry one code.
 */
export function validateCallback(
  wikimedia: Wikimedia,
  callbackUrl: URL,
  state: string,
): Result<URLSearchParams, LoginRefusal> {
  const error = callbackUrl.searchParams.get('error') ?? '';
  const answeredState = callbackUrl.searchParams.get('state');
  // Without a state anybody can forge a no, but all that it does is end an attempt.
  if (DENIALS.has(error) && (answeredState === null || answeredState === state)) {
    return refuse({ reason: 'login_denied' });
  }
  try {
    const parameters = oauth.validateAuthResponse(
      authorizationServerOf(wikimedia),
      { client_id: wikimedia.clientId },
      callbackUrl,
      state,
    );
    const codes = parameters.getAll('code');
    return codes.length === 1 && codes[0] !== ''
      ? ok(parameters)
      : refuse({ reason: 'login_expired' });
  } catch (cause) {
    if (cause instanceof oauth.AuthorizationResponseError) {
      return refuse({
        reason: 'wikimedia_unavailable',
        retryAfterSeconds: DEFAULT_RETRY_AFTER_SECONDS,
      });
    }
    if (isAboutTheAnswer(cause)) return refuse({ reason: 'login_expired' });
    throw cause;
  }
}
