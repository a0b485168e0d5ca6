import { ok, type Result, refuse } from '@laurel/core/result';
import * as oauth from 'oauth4webapi';
import { authorizationServerOf, isAboutTheAnswer } from './authorization-server.ts';
import { callWikimedia } from './call.ts';
import { type LoginRefusal, unavailable } from './login-refusal.ts';
import { endpointsOf, type Wikimedia } from './wikimedia.ts';

/**
 * The access token for a code (RFC 6749, Section 4.1.3), asked for as a form with the secret in it,
 * which is the one form that Extension:OAuth reads. `callback` comes from `validateCallback`.
 *
 * Throws if Wikimedia does not accept our consumer: no retry and no other person mends that.
 */
export async function exchangeCode(
  wikimedia: Wikimedia,
  callback: URLSearchParams,
  codeVerifier: string,
): Promise<Result<string, LoginRefusal>> {
  const server = authorizationServerOf(wikimedia);
  const client = { client_id: wikimedia.clientId };
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.ClientSecretPost(wikimedia.clientSecret),
    callback,
    wikimedia.redirectUri,
    codeVerifier,
    {
      [oauth.allowInsecureRequests]: endpointsOf(wikimedia).insecure,
      [oauth.customFetch]: (url, { body, headers }) =>
        callWikimedia(wikimedia, new URL(url), { method: 'POST', headers, body }),
    },
  );
  if (answer.status >= 500 || answer.status === 429) return unavailable(answer);
  try {
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer);
    return ok(tokens.access_token);
  } catch (cause) {
    if (cause instanceof oauth.ResponseBodyError) return refusedExchange(cause, answer);
    if (isAboutTheAnswer(cause)) return unavailable(answer);
    throw cause;
  }
}

/** RFC 6749, Section 5.2. The wiki may say `invalid_request` of a code that was used before. */
function refusedExchange(
  { error }: oauth.ResponseBodyError,
  answer: Response,
): Result<never, LoginRefusal> {
  if (error === 'invalid_grant' || error === 'invalid_request') {
    return refuse({ reason: 'login_expired' });
  }
  if (error === 'invalid_client') throw new Error('Wikimedia does not accept our OAuth consumer');
  return unavailable(answer);
}
