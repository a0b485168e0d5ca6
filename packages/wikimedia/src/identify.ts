import { type Result, refuse } from '@laurel/core/result';
import type { LoginAttempt } from './authorize.ts';
import { callWikimedia, jsonOf } from './call.ts';
import { validateCallback } from './callback.ts';
import { exchangeCode } from './exchange.ts';
import { type LoginRefusal, unavailable } from './login-refusal.ts';
import { type Identity, identityIn } from './profile.ts';
import { endpointsOf, type Wikimedia } from './wikimedia.ts';

export type { Identity, LoginRefusal };

/**
 * Ends a login: checks the address the browser came back to, exchanges its code, and asks once who
 * that is. The tokens end here: they are neither returned nor kept.
 *
 * A person's no comes back from the wiki without a state, so the attempt must be found by what the
 * browser holds, not by the address. Throws if Wikimedia does not accept our consumer.
 */
export async function identify(
  wikimedia: Wikimedia,
  callbackUrl: URL,
  attempt: LoginAttempt,
): Promise<Result<Identity, LoginRefusal>> {
  const callback = validateCallback(wikimedia, callbackUrl, attempt.state);
  if (!callback.ok) return callback;

  const token = await exchangeCode(wikimedia, callback.value, attempt.codeVerifier);
  if (!token.ok) return token;

  const answer = await callWikimedia(wikimedia, endpointsOf(wikimedia).profile, {
    method: 'GET',
    headers: { authorization: `Bearer ${token.value}` },
  });
  if (answer.status !== 200) return unavailable(answer);
  const identity = identityIn(await jsonOf(answer));
  if (identity.ok) return identity;
  return identity.failure.reason === 'account_unattached'
    ? refuse({ reason: 'account_unattached' })
    : unavailable(answer);
}
